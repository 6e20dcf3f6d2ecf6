import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { ProgressEvent } from '#shared/api/events.ts'
import type { JobId } from '#shared/api/jobs.ts'
import { useApi } from './api.tsx'
import { useTransport } from './transport-context.tsx'

/** How far long work is; `progress` is absent until the engine has told something. */
export type JobState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress?: Pick<ProgressEvent, 'stage' | 'done' | 'total'> }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: unknown }

/** Work that names itself by the job, so that it can be followed and stopped. */
type Work<T> = (job: JobId) => Promise<T>

const IDLE: JobState = { state: 'idle' }

/** Long work of one screen: followed, stopped by `cancel`, and stopped as well where its screen goes away. */
export function useJob() {
  const api = useApi()
  const { subscribe } = useTransport()
  const [state, setState] = useState(IDLE)
  const running = useRef<JobId>(undefined)

  useEffect(
    () =>
      subscribe(heard => {
        if (heard.event !== 'progress' || heard.job !== running.current) return
        const { stage, done, total } = heard
        setState({ state: 'running', progress: { stage, done, total } })
      }),
    [subscribe],
  )
  const cancel = useCallback(async () => {
    if (running.current !== undefined) await api.jobs.cancel({ job: running.current })
  }, [api])
  useEffect(() => () => void cancel().catch(() => undefined), [cancel])

  /** Answers undefined where the work was cancelled, failed or did not begin because other work runs. */
  const run = useCallback(async <T>(work: Work<T>): Promise<T | undefined> => {
    if (running.current !== undefined) return undefined
    const job = crypto.randomUUID()
    running.current = job
    setState({ state: 'running' })
    try {
      const answer = await work(job)
      setState(IDLE)
      return answer
    } catch (error) {
      setState(isCancelled(error) ? { state: 'cancelled' } : { state: 'failed', error })
      return undefined
    } finally {
      running.current = undefined
    }
  }, [])
  const forget = useCallback(() => setState(IDLE), [])
  return { state, run, cancel, forget }
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'cancelled'
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { CopySummary } from '#shared/api/exports.ts'
import type { RestorePlan, RestoreProof, RestoreSource } from '#shared/api/restoring.ts'
import { useApi } from '../../../api/api.tsx'
import { useSessionControl } from '../../../session/session.tsx'
import { type ReceivedCopy, useReceivedCopy } from './use-received-copy.ts'

/** A backup that somebody chose, before it is opened. */
export interface ChosenBackup {
  readonly source: RestoreSource
  readonly name: string
  readonly copy: CopySummary
}

/** How far restoring is; nothing is replaced before `performing`. */
export type RestoreState =
  | { readonly at: 'choose' }
  /** A complete copy for a computer without a store. */
  | { readonly at: 'copy'; readonly received: ReceivedCopy }
  | { readonly at: 'prove'; readonly backup: ChosenBackup }
  | { readonly at: 'plan'; readonly backup: ChosenBackup; readonly plan: RestorePlan }

interface Attempt {
  readonly isRunning: boolean
  readonly error?: unknown
}

interface Options {
  /** There is no store on this computer: a complete copy needs no proof then. */
  readonly isFresh: boolean
}

/** Leads from a file to the store that opens again. What was prepared goes with the screen, unless it was restored. */
export function useRestore({ isFresh }: Options) {
  const api = useApi()
  const { refresh, tellRestored } = useSessionControl()
  const [state, setState] = useState<RestoreState>({ at: 'choose' })
  const [attempt, setAttempt] = useState<Attempt>({ isRunning: false })
  const planned = usePlanned()
  const onReceived = useCallback(
    (received: ReceivedCopy) =>
      setState(
        isFresh && received.copy.purpose === 'copy'
          ? { at: 'copy', received }
          : { at: 'prove', backup: { ...received, source: { kind: 'received', id: received.id } } },
      ),
    [isFresh],
  )
  const { receiving, send, discard, keep } = useReceivedCopy(onReceived)

  const startOver = useCallback(() => {
    planned.discard()
    discard()
    setAttempt({ isRunning: false })
    setState({ at: 'choose' })
  }, [planned, discard])
  const prove = useCallback(
    async (backup: ChosenBackup, proof: z.input<typeof RestoreProof>) => {
      const plan = await api.restoring.prepare({ source: backup.source, proof })
      planned.hold(plan.id)
      setState({ at: 'plan', backup, plan })
    },
    [api, planned],
  )
  const finish = useCallback(
    async (work: () => Promise<unknown>) => {
      setAttempt({ isRunning: true })
      try {
        await work()
        planned.release()
        keep()
        await refresh()
        return true
      } catch (error) {
        setAttempt({ isRunning: false, error })
        return false
      }
    },
    [planned, keep, refresh],
  )
  const perform = useCallback(
    ({ id, copy, keptAside }: RestorePlan) =>
      finish(async () => {
        await api.restoring.perform({ id })
        tellRestored({ madeAt: copy.madeAt, keptAside })
      }),
    [api, finish, tellRestored],
  )
  const openCopy = useCallback(
    ({ id }: ReceivedCopy) => finish(() => api.site.openCopy({ id })),
    [api, finish],
  )
  const choose = useCallback((backup: ChosenBackup) => setState({ at: 'prove', backup }), [])
  return { state, attempt, receiving, send, startOver, choose, prove, perform, openCopy }
}

/** A plan that waits for an answer: let go with the screen. */
function usePlanned() {
  const api = useApi()
  const id = useRef<string>(undefined)
  const [held] = useState(() => ({
    hold(next: string) {
      id.current = next
    },
    release() {
      id.current = undefined
    },
    discard() {
      const gone = id.current
      id.current = undefined
      if (gone !== undefined) void api.restoring.discard({ id: gone }).catch(() => undefined)
    },
  }))
  useEffect(() => held.discard, [held])
  return held
}

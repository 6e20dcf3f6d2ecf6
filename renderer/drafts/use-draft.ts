import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { PatientId } from '#shared/core/ids.ts'
import { useApi } from '../api/api.tsx'
import { readKey } from '../api/hooks.ts'
import { useSessionControl } from '../session/session.tsx'

/** Which form, about whom. */
interface DraftPlace {
  readonly form: string
  readonly patientId: PatientId | null
}

interface DraftOptions<S extends z.ZodType> extends DraftPlace {
  /** A draft that does not fit, because it is older than the form, is not offered. */
  readonly schema: S
  /** What is typed now, or undefined while there is nothing worth keeping. */
  readonly content: z.output<S> | undefined
}

/** A draft found when the form was opened. */
export interface FoundDraft<T> {
  readonly content: T
  readonly savedAt: string
}

const PAUSE_MS = 400
/** Somebody who types without a pause loses no more than this where the engine ends. */
const MOST_MS = 2000

/**
 * Keeps what is typed in the encrypted store while it is typed, and finds what was kept before. `found` is offered by
 * the form, never put in by itself. Call `settle` once what is typed is saved or not wanted, `discard` where its author
 * lets the found draft go.
 */
export function useDraft<S extends z.ZodType>({ form, patientId, schema, content }: DraftOptions<S>) {
  const api = useApi()
  const queries = useQueryClient()
  const { drafts } = useSessionControl()
  const [found, setFound] = useState<FoundDraft<z.output<S>>>()
  const [isLooked, setLooked] = useState(false)
  const kept = useRef<string>(undefined)
  const changedAt = useRef<number>(undefined)
  const latest = useRef(content)
  latest.current = content

  useEffect(() => {
    let isGone = false
    void api.drafts.list({}).then(list => {
      if (isGone) return
      const draft = list.find(one => one.form === form && one.patientId === patientId)
      const parsed = draft && schema.safeParse(draft.content)
      if (draft && parsed?.success) setFound({ content: parsed.data, savedAt: draft.savedAt })
      setLooked(true)
    })
    return () => {
      isGone = true
    }
  }, [api, form, patientId, schema])

  const save = useCallback(async () => {
    const now = latest.current
    const text = now === undefined ? undefined : JSON.stringify(now)
    if (text === undefined || text === kept.current) return
    kept.current = text
    try {
      await api.drafts.save({ form, patientId, content: z.json().parse(JSON.parse(text)) })
    } catch (error) {
      // Not kept: the next occasion tries again.
      if (kept.current === text) kept.current = undefined
      throw error
    }
  }, [api, form, patientId])

  // While an older draft waits for an answer nothing may be written over it.
  const isWaiting = !isLooked || found !== undefined
  useEffect(() => (isWaiting ? undefined : drafts.register(save)), [drafts, save, isWaiting])
  const text = content === undefined ? undefined : JSON.stringify(content)
  useEffect(() => {
    if (isWaiting || text === undefined) return undefined
    changedAt.current ??= performance.now()
    const left = MOST_MS - (performance.now() - changedAt.current)
    const keep = () => {
      changedAt.current = undefined
      void save().catch(() => undefined)
    }
    const timer = setTimeout(keep, Math.max(0, Math.min(PAUSE_MS, left)))
    return () => clearTimeout(timer)
  }, [text, save, isWaiting])

  const discard = useCallback(async () => {
    setFound(undefined)
    // What is typed now is settled; only what is typed from here on makes a draft again.
    kept.current = latest.current === undefined ? undefined : JSON.stringify(latest.current)
    await api.drafts.discard({ form, patientId })
    // The shell's offer of it goes too.
    await queries.invalidateQueries({ queryKey: readKey('drafts', 'list') })
  }, [api, queries, form, patientId])
  const settle = useCallback(async () => {
    // An older draft that waits for an answer is not this one. One that stays behind is offered again: no reason to fail.
    if (!isWaiting) await discard().catch(() => undefined)
  }, [isWaiting, discard])
  const take = useCallback(() => setFound(undefined), [])

  return { found, take, discard, settle }
}

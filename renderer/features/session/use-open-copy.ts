import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import { type Api, useApi } from '../../api/api.tsx'
import { base64Of } from '../../api/use-uploads.ts'
import { useSessionControl } from '../../session/session.tsx'

/** A complete copy on its way in; `done` and `total` count bytes. */
export type CopyState =
  | { readonly state: 'choose'; readonly error?: unknown }
  | { readonly state: 'sending'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly state: 'received'; readonly received: ReceivedCopy; readonly error?: unknown }
  | { readonly state: 'opening'; readonly received: ReceivedCopy }

export interface ReceivedCopy {
  readonly id: string
  readonly name: string
  readonly copy: CopySummary
  /** Of the file; null where it is too large for this page to take in as a whole. */
  readonly sha256: string | null
}

/** Hands a copy to the engine part by part, which checks it; then makes it the store of this computer. */
export function useOpenCopy() {
  const api = useApi()
  const { refresh } = useSessionControl()
  const [copy, setCopy] = useState<CopyState>({ state: 'choose' })
  /** What lies beside the place of the store, and goes with this screen unless it is opened. */
  const pending = useRef<string>(undefined)

  const discard = useCallback(() => {
    const id = pending.current
    pending.current = undefined
    if (id !== undefined) void api.site.discardCopy({ id }).catch(() => undefined)
  }, [api])
  useEffect(() => discard, [discard])

  const send = useCallback(
    async (file: File) => {
      const id = crypto.randomUUID()
      discard()
      pending.current = id
      const isWanted = () => pending.current === id
      const tell = (done: number) => {
        if (isWanted()) setCopy({ state: 'sending', name: file.name, done, total: file.size })
      }
      try {
        const summary = await sendParts({ api, file, id, isWanted }, tell)
        if (summary === null || !isWanted()) return
        const received = { id, name: file.name, copy: summary, sha256: await hashOf(file) }
        if (isWanted()) setCopy({ state: 'received', received })
      } catch (error) {
        if (!isWanted()) return
        discard()
        setCopy({ state: 'choose', error: named(error, file.name) })
      }
    },
    [api, discard],
  )
  const cancel = useCallback(() => {
    discard()
    setCopy({ state: 'choose' })
  }, [discard])
  const open = useCallback(
    async (received: ReceivedCopy) => {
      setCopy({ state: 'opening', received })
      try {
        await api.site.openCopy({ id: received.id })
        pending.current = undefined
        await refresh()
      } catch (error) {
        setCopy({ state: 'received', received, error })
      }
    },
    [api, refresh],
  )
  return { copy, send, cancel, open }
}

interface Sending {
  readonly api: Api
  readonly file: File
  readonly id: string
  readonly isWanted: () => boolean
}

async function sendParts({ api, file, id, isWanted }: Sending, tell: (done: number) => void) {
  tell(0)
  let offset = 0
  do {
    const bytes = new Uint8Array(await file.slice(offset, offset + PART_BYTES).arrayBuffer())
    const { copy } = await api.site.receiveCopy({ id, offset, total: file.size, part: base64Of(bytes) })
    offset += PART_BYTES
    tell(Math.min(offset, file.size))
    if (copy !== null) return copy
  } while (offset < file.size && isWanted())
  return null
}

/** The engine gets no name, and says that something is wrong with `copy`. */
function named(error: unknown, file: string): unknown {
  if (!(error instanceof AppError) || error.payload.code !== 'invalid_file') return error
  return new AppError({ ...error.payload, file }, { cause: error })
}

async function hashOf(file: File): Promise<string | null> {
  try {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return null
  }
}

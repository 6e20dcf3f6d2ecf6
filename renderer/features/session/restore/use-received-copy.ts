import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import { type Api, useApi } from '../../../api/api.tsx'
import { base64Of } from '../../../api/use-uploads.ts'

/** A file on its way in; `done` and `total` count bytes. */
export type Receiving =
  | { readonly state: 'none'; readonly error?: unknown }
  | { readonly state: 'sending'; readonly name: string; readonly done: number; readonly total: number }

export interface ReceivedCopy {
  readonly id: string
  readonly name: string
  readonly copy: CopySummary
  /** Of the file; null where it is too large for this page to take in as a whole. */
  readonly sha256: string | null
}

/** Hands a copy or backup to the engine part by part, which checks it. What lies beside the store goes with this screen. */
export function useReceivedCopy(onReceived: (received: ReceivedCopy) => void) {
  const api = useApi()
  const [receiving, setReceiving] = useState<Receiving>({ state: 'none' })
  const pending = useRef<string>(undefined)

  const discard = useCallback(() => {
    const id = pending.current
    pending.current = undefined
    if (id !== undefined) void api.site.discardCopy({ id }).catch(() => undefined)
    setReceiving({ state: 'none' })
  }, [api])
  useEffect(() => discard, [discard])

  const send = useCallback(
    async (file: File) => {
      const id = crypto.randomUUID()
      discard()
      pending.current = id
      const isWanted = () => pending.current === id
      const tell = (done: number) => {
        if (isWanted()) setReceiving({ state: 'sending', name: file.name, done, total: file.size })
      }
      try {
        const copy = await sendParts({ api, file, id, isWanted }, tell)
        if (copy === null || !isWanted()) return
        const received = { id, name: file.name, copy, sha256: await hashOf(file) }
        if (!isWanted()) return
        setReceiving({ state: 'none' })
        onReceived(received)
      } catch (error) {
        if (!isWanted()) return
        discard()
        setReceiving({ state: 'none', error: named(error, file.name) })
      }
    },
    [api, discard, onReceived],
  )
  /** It became the store: there is nothing to discard any more. */
  const keep = useCallback(() => {
    pending.current = undefined
  }, [])
  return { receiving, send, discard, keep }
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

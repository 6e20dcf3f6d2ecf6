import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import { MAXIMUM_FILE_BYTES, PART_BYTES } from '#shared/api/imports.ts'
import { type Api, useApi } from './api.tsx'

/** A file on its way to the engine. Once it is there, `id` names it until the session ends or somebody discards it. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly state: 'sending' | 'there' | 'failed'
  /** Bytes that have arrived. */
  readonly sent: number
  /** Why it was not taken: one of ours, or what the engine said. */
  readonly problem?: 'empty' | 'tooLarge' | { readonly error: unknown }
}

/** Files that were handed over on a screen: sent one after the other, and let go with the screen. */
export function useUploads() {
  const api = useApi()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const gone = useRef(new Set<string>())
  const queue = useRef(Promise.resolve())
  const known = useRef<readonly Upload[]>([])
  known.current = uploads
  const change = useCallback(
    (id: string, part: Partial<Upload>) =>
      setUploads(before => before.map(one => (one.id === id ? { ...one, ...part } : one))),
    [],
  )
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const upload = begun(file)
        setUploads(before => [...before, upload])
        if (upload.state === 'failed') continue
        queue.current = queue.current.then(async () => {
          try {
            await send({ api, file, id: upload.id, isGone: () => gone.current.has(upload.id) }, sent =>
              change(upload.id, { sent }),
            )
            change(upload.id, { state: 'there', sent: file.size })
          } catch (error) {
            change(upload.id, { state: 'failed', problem: { error } })
          }
        })
      }
    },
    [api, change],
  )
  const discard = useCallback(
    (ids: readonly string[]) => {
      for (const id of ids) gone.current.add(id)
      setUploads(before => before.filter(({ id }) => !gone.current.has(id)))
      // What is not there any more, or goes with the session, needs no second try.
      if (ids.length > 0) void api.imports.discard({ ids: [...ids] }).catch(() => undefined)
    },
    [api],
  )
  useEffect(() => () => discard(known.current.map(({ id }) => id)), [discard])
  return { uploads, add, discard }
}

function begun(file: File): Upload {
  const upload = { id: crypto.randomUUID(), name: file.name, bytes: file.size, sent: 0 }
  if (file.size === 0) return { ...upload, state: 'failed', problem: 'empty' }
  if (file.size > MAXIMUM_FILE_BYTES) return { ...upload, state: 'failed', problem: 'tooLarge' }
  return { ...upload, state: 'sending' }
}

interface Sending {
  readonly api: Api
  readonly file: File
  readonly id: string
  readonly isGone: () => boolean
}

async function send({ api, file, id, isGone }: Sending, tell: (sent: number) => void): Promise<void> {
  for (let offset = 0; offset < file.size && !isGone(); offset += PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(offset, offset + PART_BYTES).arrayBuffer())
    const { upload } = await api.imports.upload({
      ...{ id, name: file.name, offset, total: file.size },
      part: base64Of(bytes),
    })
    tell(Math.min(offset + PART_BYTES, file.size))
    if (offset + PART_BYTES >= file.size && upload === null)
      throw new AppError({ code: 'unavailable', what: 'the whole file' })
  }
}

/** As many arguments as every engine takes for one call. */
const SLICE = 0x8000

/** Bytes as the contract carries them. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(text)
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type Api, useApi } from '../../api/api.tsx'
import { readParts } from '../../api/read-parts.ts'
import { saveFile } from '../documents/save-file.ts'

/** A file on its way out, as the engine announced it. */
export type Outgoing = Awaited<ReturnType<Api['exports']['take']>>

/** How the saving of a file stands; `done` counts bytes of `outgoing`. */
export type Taking =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly outgoing?: Outgoing }
  | { readonly state: 'saved'; readonly outgoing: Outgoing }
  | { readonly state: 'failed'; readonly error: unknown }

/** Takes a file out of Lobule: read part by part, then handed to the user to be saved. */
export function useTaking() {
  const api = useApi()
  const queries = useQueryClient()
  const [taking, setTaking] = useState<Taking>({ state: 'idle' })
  const take = useCallback(
    async (ask: () => Promise<Outgoing | undefined>) => {
      setTaking({ state: 'running', done: 0 })
      try {
        const outgoing = await ask()
        if (outgoing === undefined) return setTaking({ state: 'idle' })
        const { fileName, bytes, sha256 } = outgoing
        const { content } = await readParts(async offset => {
          setTaking({ state: 'running', done: offset, outgoing })
          const { part } = await api.exports.part({ sha256, offset })
          return { bytes, part }
        })
        saveFile(fileName, content, typeOf(fileName))
        setTaking({ state: 'saved', outgoing })
      } catch (error) {
        setTaking({ state: 'failed', error })
      } finally {
        // The trail has a new entry, and the export a new line.
        void queries.invalidateQueries()
      }
    },
    [api, queries],
  )
  return { taking, take }
}

/** A complete copy is a ZIP under a name of its own, that no program shall take for one of its files. */
function typeOf(fileName: string): string {
  return fileName.endsWith('.zip') ? 'application/zip' : 'application/octet-stream'
}

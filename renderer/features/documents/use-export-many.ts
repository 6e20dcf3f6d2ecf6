import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DocumentId } from '#shared/core/ids.ts'
import { useApi } from '../../api/api.tsx'
import { chooseFolder, type ExportFolder } from './export-folder.ts'
import { bytesOf } from './open-pdf.ts'
import { saveFile } from './save-file.ts'

/** How far the export of many documents has come. */
export interface ManyExports {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  /** Where they were written to, if a folder was chosen. */
  readonly folder?: string
  readonly error?: unknown
}

/** Browsers leave out downloads that follow each other at once. */
const PAUSE_MS = 350

interface Way {
  readonly toFolder: boolean
  readonly withVerifier: boolean
}

/** Exports documents one after the other, into a folder or as single files. What was exported before a cancel stays. */
export function useExportMany(ids: readonly DocumentId[]) {
  const api = useApi()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<ManyExports>()
  const isStopped = useRef(false)
  useEffect(
    () => () => {
      isStopped.current = true
    },
    [],
  )

  const exportAll = async (folder: ExportFolder | undefined, withVerifier: boolean) => {
    const at = folder ? { folder: folder.name } : {}
    let done = 0
    const keep = async (fileName: string, content: BlobPart, type: string) => {
      if (folder) return folder.write(fileName, content)
      saveFile(fileName, content, type)
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    }
    try {
      for (const id of ids) {
        if (isStopped.current) return setProgress({ ...at, state: 'cancelled', done })
        setProgress({ ...at, state: 'running', done })
        const { fileName, pdf } = await api.documents.export({ id, how: 'file' })
        await keep(fileName, bytesOf(pdf), 'application/pdf')
        done += 1
      }
      if (withVerifier) {
        const { fileName, text } = await api.documents.verifierPage({})
        await keep(fileName, text, 'text/html;charset=utf-8')
      }
      setProgress({ ...at, state: 'done', done })
    } catch (error) {
      setProgress({ ...at, state: 'failed', done, error })
    } finally {
      void queries.invalidateQueries()
    }
  }

  const start = async ({ toFolder, withVerifier }: Way) => {
    isStopped.current = false
    try {
      const folder = toFolder ? await chooseFolder() : undefined
      if (!toFolder || folder) await exportAll(folder, withVerifier)
    } catch (error) {
      setProgress({ state: 'failed', done: 0, error })
    }
  }
  const cancel = () => {
    isStopped.current = true
  }
  return { progress, start, cancel }
}

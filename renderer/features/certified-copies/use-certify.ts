import { useState } from 'react'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useWrite } from '../../api/hooks.ts'
import { type Upload, useUploads } from '../../api/use-uploads.ts'
import { mediaTypeOf } from './media-type.ts'
import type { Scan } from './scan.ts'

/** What is written about a copy, as typed. */
export interface TypedCopy {
  readonly title: string
  readonly dated: string
  readonly originalAt: string
  readonly facts: readonly FactId[]
  readonly isCompared: boolean
}

/** What is wrong with a chosen file before it is sent. */
type FileProblem = 'wrongKind' | 'several' | undefined

/** The file of a copy and what is said about it, until it is certified. */
export function useCertify(patientId: PatientId, chosen: readonly FactId[], onDone: () => void) {
  const { uploads, add, discard } = useUploads()
  const [scan, setScan] = useState<Scan>()
  const [fileProblem, setFileProblem] = useState<FileProblem>()
  const [typed, setTyped] = useState<TypedCopy>({
    ...{ title: '', dated: '', originalAt: '', facts: chosen, isCompared: false },
  })
  const write = useWrite('certifiedCopies', 'certify')
  const upload: Upload | undefined = uploads.at(-1)

  const choose = async (files: readonly File[]) => {
    const [file] = files
    if (file === undefined) return
    if (files.length > 1) return setFileProblem('several')
    const content = new Uint8Array(await file.arrayBuffer())
    const mediaType = mediaTypeOf(content)
    if (mediaType === undefined) return setFileProblem('wrongKind')
    setFileProblem(undefined)
    discard(uploads.map(({ id }) => id))
    add([file])
    setScan({ mediaType, content })
    // Another file has to be compared anew.
    setTyped(before => ({ ...before, isCompared: false }))
  }
  const certify = () => {
    const { title, originalAt, facts } = typed
    if (upload?.state !== 'there' || problemsOf(typed).length > 0) return
    write.mutate(
      {
        ...{ upload: upload.id, patientId, compared: true, facts: [...facts] },
        ...{ title: title.trim(), originalAt: originalAt.trim(), dated: dateOf(typed.dated) ?? null },
      },
      { onSuccess: onDone },
    )
  }
  const edit = (part: Partial<TypedCopy>) => setTyped(before => ({ ...before, ...part }))
  return { upload, scan, fileProblem, choose, typed, edit, certify, write }
}
export type Certifying = ReturnType<typeof useCertify>

/** The fields that do not say yet what they have to. */
export function problemsOf({ title, dated, originalAt, isCompared }: TypedCopy): (keyof TypedCopy)[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(dated.trim() !== '' && dateOf(dated) === undefined ? (['dated'] as const) : []),
    ...(originalAt.trim() === '' ? (['originalAt'] as const) : []),
    ...(isCompared ? [] : (['isCompared'] as const)),
  ]
}

function dateOf(typed: string): CivilDate | undefined {
  return CivilDate.safeParse(typed.trim()).data
}

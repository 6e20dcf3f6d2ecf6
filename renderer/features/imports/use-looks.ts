import { useQueries } from '@tanstack/react-query'
import type { AppError } from '#shared/api/errors.ts'
import type { TableAbout, TableFormat } from '#shared/core/imports/mapping.ts'
import { useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'
import type { Upload } from '../../api/use-uploads.ts'
import type { Look } from './types.ts'

/** A file with what the engine made of it; both absent while it looks. */
export interface LookedFile {
  readonly upload: Upload
  readonly look?: Look
  readonly error?: AppError
}

interface Question {
  readonly about: TableAbout
  readonly laboratory: string | null
  readonly table: TableFormat
}

/** Looks at every file that has arrived; not again while other screens are shown. */
export function useLooks(
  isShown: boolean,
  uploads: readonly Upload[],
  { about, laboratory, table }: Question,
): LookedFile[] {
  const api = useApi()
  const answers = useQueries({
    queries: uploads.map(({ id, state }) => {
      const input = { file: id, about, table, ...(laboratory === null ? {} : { laboratory }) }
      return {
        queryKey: readKey('imports', 'look', input),
        queryFn: () => api.imports.look(input),
        enabled: isShown && state === 'there',
        retry: false,
      }
    }),
  })
  return uploads.map((upload, index) => {
    const answer = answers[index]
    return {
      upload,
      ...(answer?.data ? { look: answer.data } : {}),
      ...(answer?.error ? { error: answer.error as AppError } : {}),
    }
  })
}

import type { TableAbout, TableFormat } from '#shared/core/imports/mapping.ts'
import type { Api } from '../../api/api.tsx'

/** What a file is, as the engine sees it. */
export type Look = Awaited<ReturnType<Api['imports']['look']>>
export type LookedTable = NonNullable<Look['table']>

/** What the dry run found. */
export type Checked = Awaited<ReturnType<Api['imports']['check']>>

export type Step = 'files' | 'mapping' | 'check' | 'done'

/** What holds for every table of an import. */
export interface Setup {
  readonly about: TableAbout
  /** Id; null until one is chosen. */
  readonly laboratory: string | null
  /** What somebody set by hand. */
  readonly table: TableFormat
  /** Which of the files is shown while columns are mapped: its upload's id. */
  readonly shown: string | null
}

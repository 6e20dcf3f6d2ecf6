import { useQueryClient } from '@tanstack/react-query'
import type { ImportCounts } from '#shared/api/imports.ts'
import type { RowOutcome } from '#shared/core/imports/row.ts'
import { useApi } from '../../../api/api.tsx'
import type { Checked } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import type { Answers } from './use-answers.ts'

/** What becomes of results on record that differ from the file; null until somebody has said it. */
export interface Correcting {
  readonly choice: 'correct' | 'leave' | null
  readonly reason: string
}

interface Taking {
  readonly state: NewImportState
  readonly checked: Checked
  readonly answers: Answers
  readonly correcting: Correcting
}

/** Charts what a dry run showed, with what was said to it: all of it or nothing. */
export function useTake({ state, checked: { check }, answers, correcting }: Taking): () => Promise<void> {
  const api = useApi()
  const queries = useQueryClient()
  return async () => {
    const { taken, reason } = answers
    const made = await state.job.run(job =>
      api.imports.record({
        ...{ job, check, taken: taken.map(({ place }) => place) },
        ...(taken.length > 0 ? { doubtReason: reason.trim() } : {}),
        ...(correcting.choice === 'correct' ? { reason: correcting.reason.trim() } : {}),
      }),
    )
    if (made === undefined) return
    state.finish(made)
    await queries.invalidateQueries()
  }
}

/** How many results would be charted or corrected by what has been said so far. */
export function takenCount(
  counts: ImportCounts,
  answers: Pick<Answers, 'rows' | 'taken'>,
  { choice }: Correcting,
): number {
  const { rows, taken } = answers
  const of = (all: Answers['rows'], outcome: RowOutcome) => all.filter(row => row.outcome === outcome).length
  const added = counts.new - of(rows, 'new') + of(taken, 'new')
  const changed = counts.changed - of(rows, 'changed') + of(taken, 'changed')
  return added + (choice === 'correct' ? changed : 0)
}

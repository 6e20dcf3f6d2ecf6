import type { Laboratory } from '#shared/api/laboratories.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { draftOf, LaboratoryDraft } from './laboratory-rows.ts'

/** Keeps what is typed about a laboratory, one draft for each of them. */
export function useLaboratoryDraft(laboratory: Laboratory | undefined, draft: LaboratoryDraft) {
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(laboratory))
  const kept = useDraft({
    form: `laboratory-${laboratory?.id ?? 'new'}`,
    patientId: null,
    schema: LaboratoryDraft,
    content: isDirty ? draft : undefined,
  })
  return { ...kept, isDirty }
}

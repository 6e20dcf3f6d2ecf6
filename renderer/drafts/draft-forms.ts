import type { LinkProps } from '@tanstack/react-router'
import type { PatientId } from '#shared/core/ids.ts'

/** The forms that keep drafts, and where each is opened again. */
const DRAFT_FORMS = ['new-candidate', 'laboratory-report', 'fact', 'amend-candidate'] as const
export type DraftForm = (typeof DRAFT_FORMS)[number]

export function isDraftForm(form: string): form is DraftForm {
  return (DRAFT_FORMS as readonly string[]).includes(form)
}

/** The address of a draft's form, or undefined where its candidate is missing. */
export function placeOfDraft(form: DraftForm, patientId: PatientId | null): LinkProps | undefined {
  if (form === 'new-candidate') return { to: '/candidates/new' }
  if (patientId === null) return undefined
  const params = { patientId }
  switch (form) {
    case 'laboratory-report':
      return { to: '/candidates/$patientId/report', params }
    case 'fact':
      return { to: '/candidates/$patientId/chart', params, search: { panel: { open: 'choose' } } }
    case 'amend-candidate':
      return { to: '/candidates/$patientId/chart', params, search: { panel: { open: 'candidate' } } }
  }
}

import type { LinkProps } from '@tanstack/react-router'
import { z } from 'zod'
import { FactId, type PatientId } from '#shared/core/ids.ts'

/** The forms that keep drafts, and where each is opened again. */
const DRAFT_FORMS = ['new-candidate', 'laboratory-report', 'fact', 'amend-candidate', 'causality'] as const
export type DraftForm = (typeof DRAFT_FORMS)[number]

export function isDraftForm(form: string): form is DraftForm {
  return (DRAFT_FORMS as readonly string[]).includes(form)
}

/** Of a judgement: the adverse event that it is about. */
const AboutEvent = z.object({ event: FactId })

/** A draft as the engine lists it. */
interface KeptDraft {
  readonly form: DraftForm
  readonly patientId: PatientId | null
  readonly content: unknown
}

/** The address of a draft's form, or undefined where its candidate is missing. */
export function placeOfDraft({ form, patientId, content }: KeptDraft): LinkProps | undefined {
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
    case 'causality': {
      const about = AboutEvent.safeParse(content).data
      return (
        about && {
          to: '/candidates/$patientId/safety/$factId',
          params: { patientId, factId: about.event },
          hash: 'causality',
        }
      )
    }
  }
}

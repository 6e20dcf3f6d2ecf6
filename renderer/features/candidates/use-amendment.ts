import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { useApi } from '../../api/api.tsx'
import { useWrite } from '../../api/hooks.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import {
  type CandidateField,
  CandidateValues,
  changedFields,
  changesOf,
  problemsOf,
  valuesOf,
} from './candidate-form.ts'
import type { Patient } from './patient.ts'
import { isAtField, useFieldErrors } from './use-field-errors.ts'
import { useToday } from './use-today.ts'

/** Only what was changed is kept as a draft, so that it never puts an older value over a later one. */
const AmendDraft = z.strictObject({ changed: CandidateValues.partial(), reason: z.string() })

/** What is typed about a candidate who is on record, from the version that was read to the one that is saved. */
export function useAmendment(patient: Patient) {
  const { t } = useTranslation('candidates')
  const api = useApi()
  const today = useToday()
  const errorsOf = useFieldErrors()
  const [base, setBase] = useState(patient)
  const [values, setValues] = useState(() => valuesOf(patient))
  const [identifier, setIdentifier] = useState('')
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isDone, setDone] = useState(false)
  const [meanwhile, setMeanwhile] = useState<readonly CandidateField[]>([])
  const amend = useWrite('patients', 'amend')

  const before = valuesOf(base)
  const changed = changedFields(values, before)
  const content =
    isDone || (changed.length === 0 && reason === '') ? undefined : draftOf(values, before, reason)
  const draft = useDraft({ form: 'amend-candidate', patientId: patient.id, schema: AmendDraft, content })

  const problems = problemsOf(values, today)
  const isUnchanged = changed.length === 0 && identifier.trim() === ''
  const hasReason = reason.trim() !== ''

  /** What another wrote meanwhile is taken over where nothing was typed here, and told. */
  const catchUp = async () => {
    const now = await api.patients.get({ id: patient.id })
    const newer = changedFields(valuesOf(now), before)
    const typed = Object.fromEntries(changed.map(field => [field, values[field]] as const))
    setValues(CandidateValues.parse({ ...valuesOf(now), ...typed }))
    setMeanwhile(newer)
    setBase(now)
  }

  return {
    ...{ values, setValues, identifier, setIdentifier, reason, setReason, draft, meanwhile },
    errors: errorsOf(isChecked ? problems : {}, amend.error),
    reasonError: isChecked && !hasReason ? t('problem.reason') : undefined,
    isUnchanged: isChecked && isUnchanged,
    isSaving: amend.isPending,
    failure: isAtField(amend.error) || isStale(amend.error) ? null : amend.error,
    takeDraft() {
      if (draft.found === undefined) return
      setValues(CandidateValues.parse({ ...values, ...draft.found.content.changed }))
      setReason(draft.found.content.reason)
      draft.take()
    },
    async letGo() {
      setDone(true)
      await draft.settle()
    },
    /** Whether it was saved. */
    async save(): Promise<boolean> {
      setChecked(true)
      setMeanwhile([])
      if (Object.keys(problems).length > 0 || !hasReason || isUnchanged) return false
      const changes = changesOf(values, before, identifier)
      try {
        await amend.mutateAsync({ id: patient.id, expectedVersion: base.version, changes, reason })
        setDone(true)
        await draft.settle()
        return true
      } catch (error) {
        if (isStale(error)) await catchUp().catch(() => undefined)
        return false
      }
    },
  }
}

function draftOf(values: CandidateValues, before: CandidateValues, reason: string) {
  const changed = changedFields(values, before).map(field => [field, values[field]])
  return { changed: CandidateValues.partial().parse(Object.fromEntries(changed)), reason }
}

function isStale(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'stale_version'
}

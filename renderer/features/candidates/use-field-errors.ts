import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { issueText } from '#shared/api/issue-words.ts'
import type { Language } from '#shared/core/text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { type CandidateField, FIELDS, type Problems } from './candidate-form.ts'

type Errors = Readonly<Partial<Record<CandidateField | 'identifier', string>>>

/** What is wrong with each field, in words: as the form found it, else as the engine refused it. */
export function useFieldErrors(): (problems: Problems, refusal: unknown) => Errors {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  return (problems, refusal) => {
    const own = FIELDS.flatMap(field => {
      const problem = problems[field]
      return problem === undefined ? [] : [[field, t(`problem.${problem}`)] as const]
    })
    const taken = isNumberTaken(refusal) ? { screeningNumber: t('problem.taken') } : {}
    return { ...taken, ...refusedFields(refusal, language), ...Object.fromEntries(own) }
  }
}

/** Whether a refusal is said in full at the fields. */
export function isAtField(refusal: unknown): boolean {
  return isNumberTaken(refusal) || Object.keys(refusedFields(refusal, 'en')).length > 0
}

function isNumberTaken(refusal: unknown): boolean {
  return (
    refusal instanceof AppError &&
    refusal.payload.code === 'duplicate' &&
    refusal.payload.field === 'screeningNumber'
  )
}

function refusedFields(refusal: unknown, language: Language): Errors {
  if (!(refusal instanceof AppError) || refusal.payload.code !== 'invalid_input') return {}
  const known = [...FIELDS, 'identifier'] as const
  const issues = refusal.payload.issues.flatMap(({ path, message }) => {
    const field = known.find(one => one === path.replace(/^changes\./, ''))
    return field === undefined ? [] : [[field, issueText(message, language)] as const]
  })
  return Object.fromEntries(issues)
}

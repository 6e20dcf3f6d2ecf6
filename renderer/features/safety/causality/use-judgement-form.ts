import { type RefObject, useMemo, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { FactId } from '#shared/core/ids.ts'
import { useErrorText } from '../../../components/error-text.ts'
import { useSession } from '../../../session/session.tsx'
import { useSpeech } from '../../chart/fact-words.ts'
import type { FieldProblems } from '../../chart/form/check.ts'
import { explain } from '../../chart/form/explain.ts'
import type { FormState } from '../../chart/form/field-place.tsx'
import type { Values } from '../../chart/form/typed-values.ts'
import { checkJudgement, type Judgement } from './judgement-values.ts'

interface JudgementFormOptions {
  readonly event: FactId
  readonly values: Values
  readonly onType: (values: Values) => void
  /** False where a correction lacks its reason. */
  readonly isExplained: boolean
  /** Charts it; what the engine refuses is shown at its field. */
  readonly onSave: (content: Judgement) => Promise<void>
}

/** What is typed into a judgement, checked as the engine will; told off only once somebody wants to save it. */
export function useJudgementForm({ event, values, onType, isExplained, onSave }: JudgementFormOptions) {
  const speech = useSpeech()
  const errorText = useErrorText()
  const { site } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const [refused, setRefused] = useState<FieldProblems>({})
  const [isSubmitted, setSubmitted] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string>()
  const checked = useMemo(
    () => checkJudgement(values, { event, timeZone: site.timeZone }),
    [values, event, site.timeZone],
  )
  const found = 'problems' in checked ? checked.problems : {}
  const errorAt = (name: string) => {
    const problem = refused[name] ?? found[name]
    return problem !== undefined && isSubmitted ? explain(problem, speech) : undefined
  }
  const set = (changes: Values) => {
    onType({ ...values, ...changes })
    setRefused(before => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes))))
  }
  const submit = async () => {
    if (isSaving) return
    setSubmitted(true)
    setFailure(undefined)
    if (!('content' in checked) || !isExplained) {
      focusFirstProblem(form)
      return
    }
    setSaving(true)
    try {
      await onSave(checked.content)
      setSubmitted(false)
    } catch (error) {
      const fields = refusedIn(error)
      setRefused(fields)
      if (Object.keys(fields).length === 0) setFailure(errorText(error))
      focusFirstProblem(form)
    } finally {
      setSaving(false)
    }
  }
  const field = (name: string) => ({
    value: values[name] ?? '',
    onChange: (value: string) => set({ [name]: value }),
    error: errorAt(name),
  })
  const state: FormState = { values, set, isSubmitted, field, errorAt }
  const content = 'content' in checked ? checked.content : undefined
  return { form, state, submit, isSaving, failure, content }
}

function focusFirstProblem(form: RefObject<HTMLFormElement | null>): void {
  setTimeout(() => {
    const wrong = form.current?.querySelector<HTMLElement>(
      '[data-wrong] input, [data-wrong] textarea, [aria-invalid="true"]',
    )
    wrong?.closest('details')?.setAttribute('open', '')
    wrong?.focus()
  })
}

const PREFIX = /^(?:facts\[0\]\.)?content\./

/** What the engine refused, by the path of its field. */
function refusedIn(error: unknown): FieldProblems {
  if (!(error instanceof AppError) || error.payload.code !== 'invalid_input') return {}
  const inForm = error.payload.issues.filter(({ path }) => PREFIX.test(path))
  return Object.fromEntries(
    inForm.map(({ path, message }) => [path.replace(PREFIX, '').replace(/\[(\d+)\]/g, '.$1'), message]),
  )
}

import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { FactSource } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useErrorText } from '../../../components/error-text.ts'
import { useSession } from '../../../session/session.tsx'
import { Shortcut } from '../../../shell/shortcut.tsx'
import { addsFollowUp } from '../../safety/form/follow-up.ts'
import { SafetyFields } from '../../safety/form/safety-fields.tsx'
import { isSafetyKind } from '../../safety/form/safety-values.ts'
import type { AnyKind } from '../fact-groups.ts'
import { sourceText, useSpeech } from '../fact-words.ts'
import { type FieldProblems, MISSING, refusedFields } from './check.ts'
import { checkForm } from './check-form.ts'
import { explain } from './explain.ts'
import { FactField, type FieldProps, PlainField } from './fact-field.tsx'
import classes from './fact-form.module.css'
import { FieldPlace, type FormState, focusFirst } from './field-place.tsx'
import { fieldsOf } from './fields.ts'
import { JudgementFields } from './judgement-fields.tsx'
import { NegativeFindingFields } from './negative-finding-fields.tsx'
import { NotKnownFields } from './not-known-fields.tsx'
import { ResultFields } from './result-fields.tsx'
import { ChecklistFields } from './trial/checklist-fields.tsx'
import { DoseFields } from './trial/dose-fields.tsx'
import { EnrolmentFields } from './trial/enrolment-fields.tsx'
import { VisitFields } from './trial/visit-fields.tsx'
import type { Values } from './values.ts'

/** Everything typed into a form: what a draft keeps. */
export interface Typed {
  readonly values: Values
  /** Of the paper report; empty where there is none. */
  readonly reference: string
  readonly reason: string
}

/** A form that can be charted. */
interface FilledForm {
  readonly content: FactContent
  /** Facts that the form asked for besides. */
  readonly beside: readonly FactContent[]
  readonly source: FactSource
  /** Of a correction. */
  readonly reason: string
}

interface FactFormProps {
  readonly patientId: PatientId
  readonly kind: AnyKind
  /** What is being corrected. */
  readonly factId?: FactId
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  /** Where the fact came from, if it is one that cannot be typed; kept as it is. */
  readonly fixedSource?: FactSource | undefined
  /** A change of what is charted: asks for the reason. */
  readonly isCorrection?: boolean
  readonly focusOn?: string | undefined
  /** Charts it; what the engine refuses is shown at its field. */
  readonly onSave: (filled: FilledForm) => Promise<void>
  readonly onCancel: () => void
}

/** The form of any kind of fact. What is typed belongs to the caller, who keeps it. */
export function FactForm(props: FactFormProps) {
  const { kind, typed, onType, onCancel, isCorrection = false, fixedSource } = props
  const { t } = useTranslation(['chart', 'common'])
  const { form, state, submit, isSaving, failure } = useFactForm(props)
  const change = (part: Partial<Typed>) => onType({ ...typed, ...part })
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      <Stack gap={14}>
        <KindFields {...{ kind, state, isCorrection }} patientId={props.patientId} factId={props.factId} />
        <div className={classes['end-matter']}>
          {fixedSource ? (
            <KeptSource source={fixedSource} />
          ) : (
            <PlainField
              label={t('chart:form.reference')}
              hint={t('chart:form.referenceHint')}
              value={typed.reference}
              onChange={reference => change({ reference })}
              error={undefined}
            />
          )}
          {isCorrection && (
            <PlainField
              label={t('common:reason')}
              hint={t('common:reasonHint')}
              required
              value={typed.reason}
              onChange={reason => change({ reason })}
              error={state.isSubmitted && typed.reason.trim() === '' ? t('chart:problem.reason') : undefined}
            />
          )}
        </div>
        {failure && <FormFailure>{failure}</FormFailure>}
        <div className={classes['actions']}>
          <Button type="submit" loading={isSaving} rightSection={<Shortcut keys="mod+Enter" />}>
            {isCorrection && !addsFollowUp(typed.values) ? t('chart:form.saveCorrection') : t('common:save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function KeptSource({ source }: { readonly source: FactSource }) {
  const speech = useSpeech()
  return (
    <Text size="sm" c="dimmed">
      {speech.t('form.sourceKept', { source: sourceText(source, speech) })}
    </Text>
  )
}

function FormFailure({ children }: { readonly children: ReactNode }) {
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} role="alert" style={{ whiteSpace: 'pre-line' }}>
      {children}
    </Alert>
  )
}

function useFactForm({ kind, typed, onType, focusOn, onSave, isCorrection, fixedSource }: FactFormProps) {
  const speech = useSpeech()
  const errorText = useErrorText()
  const { site } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<FieldProblems>({})
  const [isSubmitted, setSubmitted] = useState(false)
  const [isSaving, setSaving] = useState(false)
  /** Stays so once it is saved: a key that is held down must not chart it twice while the form goes. */
  const isOnItsWay = useRef(false)
  const [failure, setFailure] = useState<string>()
  const { values } = typed
  const checked = useMemo(() => checkForm(kind, values, site.timeZone), [kind, values, site.timeZone])
  const found: FieldProblems = 'problems' in checked ? checked.problems : {}
  const errorAt = (name: string) => {
    const problem = refused[name] ?? found[name]
    if (problem === undefined) return undefined
    const isShown = isSubmitted || (left.has(name) && problem !== MISSING && (values[name] ?? '') !== '')
    return isShown ? explain(problem, speech) : undefined
  }
  const set = (changes: Values) => {
    onType({ ...typed, values: { ...values, ...changes } })
    setRefused(before => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes))))
  }
  useFieldsLeft(form, setLeft)

  const submit = async () => {
    if (isOnItsWay.current) return
    setSubmitted(true)
    setFailure(undefined)
    if (!('content' in checked) || (isCorrection && typed.reason.trim() === '')) {
      focusFirstProblem(form.current)
      return
    }
    isOnItsWay.current = true
    setSaving(true)
    try {
      const source = fixedSource ?? sourceOf(typed.reference)
      await onSave({ ...checked, source, reason: typed.reason.trim() })
    } catch (error) {
      isOnItsWay.current = false
      const fields = issuesIn(error)
      setRefused(fields)
      const isAtField = Object.keys(fields).some(name =>
        form.current?.querySelector(`[data-field~="${name}"]`),
      )
      if (!isAtField) setFailure(errorText(error))
      focusFirstProblem(form.current)
    } finally {
      setSaving(false)
    }
  }

  const field = (name: string): FieldProps => ({
    value: values[name] ?? '',
    onChange: value => set({ [name]: value }),
    error: errorAt(name),
    ...(focusOn === name ? { autoFocus: true } : {}),
  })
  const state: FormState = { values, set, isSubmitted, field, errorAt }
  return { form, state, submit, isSaving, failure }
}

/** A field that was left is checked from then on: nobody is told off while still typing. */
function useFieldsLeft(
  form: React.RefObject<HTMLFormElement | null>,
  setLeft: (change: (left: ReadonlySet<string>) => ReadonlySet<string>) => void,
): void {
  useEffect(() => {
    const element = form.current
    const leave = ({ target }: FocusEvent) => {
      const names = (target as Element).closest('[data-field]')?.getAttribute('data-field')?.split(' ') ?? []
      setLeft(left => (names.every(name => left.has(name)) ? left : new Set([...left, ...names])))
    }
    element?.addEventListener('focusout', leave)
    return () => element?.removeEventListener('focusout', leave)
  }, [form, setLeft])
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  setTimeout(() => {
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')
    wrong?.focus()
  })
}

function sourceOf(reference: string): FactSource {
  return reference.trim() === '' ? { kind: 'typed' } : { kind: 'report', reference: reference.trim() }
}

function issuesIn(error: unknown): FieldProblems {
  if (!(error instanceof AppError) || error.payload.code !== 'invalid_input') return {}
  const { issues } = error.payload
  const beside = issues.find(({ path }) => /^facts\[[1-9]\d*\]/.test(path))
  return {
    ...refusedFields(issues, 'content.'),
    ...refusedFields(issues, 'facts[0].content.'),
    ...(beside && { vitalSigns: beside.message }),
  }
}

interface KindFieldsProps {
  readonly kind: AnyKind
  readonly patientId: PatientId
  readonly factId: FactId | undefined
  readonly state: FormState
  readonly isCorrection: boolean
}

function KindFields({ kind, patientId, factId, state, isCorrection }: KindFieldsProps) {
  if (isSafetyKind(kind)) return <SafetyFields {...{ kind, patientId, factId, state }} />
  if (kind === 'negative_finding') return <NegativeFindingFields state={state} patientId={patientId} />
  if (kind === 'not_known') return <NotKnownFields state={state} />
  if (kind === 'judgement') return <JudgementFields state={state} patientId={patientId} />
  if (kind === 'laboratory') return <ResultFields state={state} />
  if (kind === 'dose') return <DoseFields state={state} isCorrection={isCorrection} />
  if (kind === 'dose_checklist') return <ChecklistFields state={state} isCorrection={isCorrection} />
  if (kind === 'visit') return <VisitFields state={state} />
  if (kind === 'enrolment') return <EnrolmentFields state={state} />
  return fieldsOf(kind).map((field, index) => (
    <FieldPlace key={field.name} name={field.name} error={state.errorAt(field.name)}>
      <FactField field={field} {...focusFirst(state.field(field.name), index === 0)} />
    </FieldPlace>
  ))
}

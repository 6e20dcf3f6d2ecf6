import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHelpCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FactContent, type FactContentOf } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useSession } from '../../../session/session.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { rowsIn, textOfRows } from '../../chart/form/typed-rows.ts'
import { eventContentOf } from './event-values.ts'
import classes from './safety-form.module.css'

interface QuestionFieldsProps {
  readonly state: FormState
  readonly patientId: PatientId
  /** The event, where it is charted already. */
  readonly factId: FactId | undefined
}

/** What does not fit together in what is typed, as it is typed; the reason for leaving it so is kept with the event. */
export function QuestionFields({ state, patientId, factId }: QuestionFieldsProps) {
  const { t } = useTranslation('safety')
  const textOf = useCoreText()
  const questions = useQuestions(state, patientId, factId)
  const rows = rowsIn(state.values['answers'])
  const reasonOf = (code: string) => rows.find(({ question }) => question === code)?.['reason'] ?? ''
  const answer = (code: string, reason: string) =>
    state.set({
      answers: textOfRows([
        ...rows.filter(({ question }) => question !== code),
        ...(reason === '' ? [] : [{ question: code, reason }]),
      ]),
    })
  if (questions.length === 0) return null
  return (
    <section className={classes['questions']} aria-label={t('questions.title')}>
      <p>
        <IconHelpCircle size={18} aria-hidden="true" /> {t('questions.title')}
      </p>
      <FieldPlace name="answers" error={state.errorAt('answers')}>
        {questions.map(({ code, text }) => (
          <Textarea
            key={code}
            label={textOf(text)}
            placeholder={t('questions.reason')}
            value={reasonOf(code)}
            onChange={({ currentTarget }) => answer(code, currentTarget.value)}
            rows={1}
            resize="vertical"
            maxLength={2000}
          />
        ))}
      </FieldPlace>
    </section>
  )
}

const PAUSE_MS = 300

/** Asked of what is typed without the reasons, so that typing one asks nothing anew. */
function useQuestions(state: FormState, patientId: PatientId, factId: FactId | undefined) {
  const { site } = useSession()
  const typed = useMemo(
    () => contentIn({ ...state.values, answers: '' }, site.timeZone),
    [state.values, site.timeZone],
  )
  const [content] = useDebouncedValue(typed, PAUSE_MS)
  const { data } = useRead(
    'adverseEvents',
    'check',
    { patientId, ...(factId && { event: factId }), content: content as FactContentOf<'adverse_event'> },
    { enabled: content !== undefined, keepPrevious: true },
  )
  return content === undefined ? [] : (data?.questions ?? [])
}

function contentIn(
  values: FormState['values'],
  timeZone: string,
): FactContentOf<'adverse_event'> | undefined {
  const parsed = FactContent.safeParse(eventContentOf(values, timeZone))
  return parsed.success && parsed.data.kind === 'adverse_event' ? parsed.data : undefined
}

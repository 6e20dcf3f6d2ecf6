import { Input, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { safety } from '#shared/core/facts/safety.ts'
import { ChoiceField, EndField, LongTextField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { rowsIn, textOfRows } from '../../chart/form/typed-rows.ts'
import { QuestionFields } from './question-fields.tsx'
import classes from './safety-form.module.css'
import type { SafetyFormProps } from './safety-form-props.ts'
import { CriteriaField, SeriousField } from './seriousness-fields.tsx'

/** What is newly known of an event: its words, and what of the event changes by it. The rest stays as it is charted. */
export function EventFollowUp({ state, patientId, factId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { values, field, errorAt } = state
  return (
    <>
      <NewFollowUp state={state} />
      <Text size="sm" c="dimmed">
        {t('followUp.changes')}
      </Text>
      <NewGrade state={state} />
      <FieldPlace name="outcome" error={errorAt('outcome')}>
        <ChoiceField
          label={t('form.outcome')}
          options={safety.adverse_event.shape.outcome.unwrap().options}
          {...field('outcome')}
        />
      </FieldPlace>
      <FieldPlace name="to" error={errorAt('to')}>
        <EndField label={t('form.end')} {...field('to')} />
      </FieldPlace>
      <SeriousField state={state} />
      {values['serious'] === 'yes' && <CriteriaField state={state} />}
      <QuestionFields {...{ state, patientId, factId }} />
    </>
  )
}

/** What is newly known of a pregnancy. */
export function PregnancyFollowUp({ state }: SafetyFormProps) {
  return <NewFollowUp state={state} />
}

function NewFollowUp({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const { rows, change } = lastRow(state, 'followUps')
  const { on = '', text = '' } = rows.at(-1) ?? {}
  const error = state.errorAt('followUps')
  return (
    <FieldPlace name="followUps" error={error}>
      <div className={classes['inside']}>
        <TimeField
          label={t('followUp.on')}
          required
          withClock
          autoFocus
          value={on}
          onChange={next => change({ on: next, text })}
          error={on.trim() === '' ? error : undefined}
        />
        <LongTextField
          label={t('followUp.text')}
          required
          value={text}
          onChange={next => change({ on, text: next })}
          error={on.trim() === '' ? undefined : error}
        />
      </div>
    </FieldPlace>
  )
}

/** A grade that holds from a day on; the definitions stand in the form of the event. */
function NewGrade({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const { rows, change } = lastRow(state, 'grades')
  const { grade = '', from = '' } = rows.at(-1) ?? {}
  const error = state.errorAt('grades')
  return (
    <FieldPlace name="grades" error={error}>
      <div className={classes['pair']}>
        <Select
          label={t('followUp.grade')}
          data={['1', '2', '3', '4', '5']}
          value={grade || null}
          onChange={next => change({ grade: next ?? '', from })}
          clearable
        />
        <TimeField
          label={t('form.gradeSince')}
          description=""
          withClock
          value={from}
          onChange={next => change({ grade, from: next })}
          error={undefined}
        />
      </div>
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </FieldPlace>
  )
}

function lastRow(state: FormState, name: string) {
  const rows = rowsIn(state.values[name])
  return {
    rows,
    change: (row: Readonly<Record<string, string>>) =>
      state.set({ [name]: textOfRows([...rows.slice(0, -1), row]) }),
  }
}

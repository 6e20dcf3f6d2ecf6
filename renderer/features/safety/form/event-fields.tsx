import { useTranslation } from 'react-i18next'
import { TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace } from '../../chart/form/field-place.tsx'
import { EventSections } from './event-sections.tsx'
import { GradeRows } from './grade-rows.tsx'
import { OfferHint } from './offer-hint.tsx'
import { QuestionFields } from './question-fields.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'
import { SeriousField } from './seriousness-fields.tsx'
import { TermFields } from './term-fields.tsx'

/** An adverse event: the four things that every event has, then folded what most events do without. Nothing is preset. */
export function EventFields({ state, patientId, factId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { values, field, errorAt } = state
  return (
    <>
      <TermFields state={state} />
      <FieldPlace name="from" error={errorAt('from')}>
        <TimeField label={t('form.onset')} description={t('form.onsetHint')} withClock {...field('from')} />
      </FieldPlace>
      <GradeRows
        state={state}
        hint={
          <OfferHint patientId={patientId} result={values['result'] ?? ''} ctcae={values['ctcae'] ?? ''} />
        }
      />
      <SeriousField state={state} />
      <EventSections state={state} patientId={patientId} />
      <QuestionFields {...{ state, patientId, factId }} />
    </>
  )
}

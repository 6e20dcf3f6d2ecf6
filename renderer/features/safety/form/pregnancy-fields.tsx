import { useTranslation } from 'react-i18next'
import { safety } from '#shared/core/facts/safety.ts'
import {
  ChoiceField,
  LongTextField,
  PlainField,
  ProtocolField,
  TimeField,
} from '../../chart/form/fact-field.tsx'
import { FieldPlace } from '../../chart/form/field-place.tsx'
import { AwareFields } from './aware-fields.tsx'
import { FollowUpRows } from './follow-up-rows.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'

/** A participant's pregnancy, from the day on which it was found to its end. */
export function PregnancyFields({ state }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { values, field, errorAt } = state
  return (
    <>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField label={t('form.protocol')} {...field('protocol')} />
      </FieldPlace>
      <FieldPlace name="from" error={errorAt('from')}>
        <TimeField label={t('pregnancy.found')} required withClock {...field('from')} />
      </FieldPlace>
      <AwareFields state={state} />
      <FieldPlace name="number" error={errorAt('number')}>
        <PlainField
          label={t('pregnancy.dose')}
          hint={t('pregnancy.doseHint')}
          inputMode="numeric"
          {...field('number')}
        />
      </FieldPlace>
      <FieldPlace name="lastMenstruation" error={errorAt('lastMenstruation')}>
        <TimeField label={t('pregnancy.lastMenstruation')} {...field('lastMenstruation')} />
      </FieldPlace>
      <FieldPlace name="dueOn" error={errorAt('dueOn')}>
        <TimeField label={t('pregnancy.dueOn')} description={t('pregnancy.dueHint')} {...field('dueOn')} />
      </FieldPlace>
      <FieldPlace name="outcome" error={errorAt('outcome')}>
        <ChoiceField
          label={t('pregnancy.outcome')}
          options={safety.pregnancy.shape.outcome.unwrap().options}
          {...field('outcome')}
        />
      </FieldPlace>
      <FieldPlace name="outcomeOn" error={errorAt('outcomeOn')}>
        <TimeField label={t('pregnancy.outcomeOn')} withClock {...field('outcomeOn')} />
      </FieldPlace>
      <FieldPlace name="newborn" error={errorAt('newborn')}>
        <LongTextField label={t('pregnancy.newborn')} {...field('newborn')} />
      </FieldPlace>
      {(values['followUps'] ?? '') !== '' && <FollowUpRows state={state} />}
    </>
  )
}

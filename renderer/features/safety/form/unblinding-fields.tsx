import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import { LongTextField, PlainField, ProtocolField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace } from '../../chart/form/field-place.tsx'
import { EventChoice } from './event-choice.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'

/** That the blind was broken outside Lobule: why, who asked, who did it. What it showed has no field anywhere. */
export function UnblindingFields({ state, patientId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { field, errorAt } = state
  return (
    <>
      <Notice kind="info">{t('unblinding.noResult')}</Notice>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField label={t('form.protocol')} {...field('protocol')} />
      </FieldPlace>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField label={t('unblinding.on')} required withClock {...field('on')} />
      </FieldPlace>
      <FieldPlace name="reason" error={errorAt('reason')}>
        <LongTextField label={t('unblinding.reason')} required {...field('reason')} />
      </FieldPlace>
      <FieldPlace name="requestedBy" error={errorAt('requestedBy')}>
        <PlainField label={t('unblinding.requestedBy')} required {...field('requestedBy')} />
      </FieldPlace>
      <FieldPlace name="performedBy" error={errorAt('performedBy')}>
        <PlainField
          label={t('unblinding.performedBy')}
          hint={t('unblinding.performedHint')}
          required
          {...field('performedBy')}
        />
      </FieldPlace>
      <EventChoice state={state} patientId={patientId} required={false} />
    </>
  )
}

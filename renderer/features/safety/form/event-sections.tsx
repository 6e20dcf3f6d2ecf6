import { useTranslation } from 'react-i18next'
import { safety } from '#shared/core/facts/safety.ts'
import { ChoiceField, EndField, LongTextField, PlainField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { AwareFields } from './aware-fields.tsx'
import { ComplicationField } from './complication-field.tsx'
import { ExpectednessFields } from './expectedness-fields.tsx'
import { Fold } from './fold.tsx'
import { FollowUpRows } from './follow-up-rows.tsx'
import { OrganClassField } from './organ-class-field.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'
import { CriteriaField } from './seriousness-fields.tsx'
import { complicationAsked } from './term-choice.ts'

/** What most events do without, in parts that open by themselves where the event asks for them. */
export function EventSections({ state, patientId }: Omit<SafetyFormProps, 'factId'>) {
  const { t } = useTranslation('safety')
  const { values } = state
  const isSerious = values['serious'] === 'yes'
  return (
    <div>
      <Fold title={t('part.criteria')} state={state} fields={['criteria']} opensBy={isSerious}>
        <CriteriaField state={state} />
      </Fold>
      <Fold title={t('part.aware')} state={state} fields={['aware', 'awareBy']} opensBy={isSerious}>
        <AwareFields state={state} />
      </Fold>
      <Fold title={t('part.end')} state={state} fields={['to', 'outcome']}>
        <EndFields state={state} />
      </Fold>
      <Fold title={t('part.action')} state={state} fields={['action', 'treatment', 'infusionReaction']}>
        <ActionFields state={state} />
      </Fold>
      <Fold
        title={t('part.complication')}
        state={state}
        fields={['complication']}
        opensBy={complicationAsked(values['ctcae']) !== undefined}
      >
        <ComplicationField state={state} />
      </Fold>
      <Fold title={t('part.narrative')} state={state} fields={['narrative', 'reportedBy']}>
        <NarrativeFields state={state} />
      </Fold>
      <Fold title={t('part.expectedness')} state={state} fields={['expectedness']}>
        <ExpectednessFields state={state} patientId={patientId} />
      </Fold>
      <Fold title={t('part.coding')} state={state} fields={['organClass', 'meddra', 'meddraTerm']}>
        {(values['ctcae'] ?? '') === '' && <OrganClassField state={state} />}
        <MeddraFields state={state} />
      </Fold>
      {(values['followUps'] ?? '') !== '' && (
        <Fold title={t('part.followUps')} state={state} fields={['followUps']}>
          <FollowUpRows state={state} />
        </Fold>
      )}
    </div>
  )
}

interface PartProps {
  readonly state: FormState
}

const { action, outcome, reportedBy } = safety.adverse_event.shape
/** Choices in the order of the schema. */
const options = {
  action: action.unwrap().options,
  outcome: outcome.unwrap().options,
  reportedBy: reportedBy.unwrap().options,
}

function EndFields({ state: { field, errorAt } }: PartProps) {
  const { t } = useTranslation('safety')
  return (
    <>
      <FieldPlace name="to" error={errorAt('to')}>
        <EndField label={t('form.end')} {...field('to')} />
      </FieldPlace>
      <FieldPlace name="outcome" error={errorAt('outcome')}>
        <ChoiceField label={t('form.outcome')} options={options.outcome} {...field('outcome')} />
      </FieldPlace>
    </>
  )
}

function ActionFields({ state: { field, errorAt } }: PartProps) {
  const { t } = useTranslation('safety')
  return (
    <>
      <FieldPlace name="action" error={errorAt('action')}>
        <ChoiceField label={t('form.action')} options={options.action} {...field('action')} />
      </FieldPlace>
      <FieldPlace name="treatment" error={errorAt('treatment')}>
        <LongTextField label={t('form.treatment')} {...field('treatment')} />
      </FieldPlace>
      <FieldPlace name="infusionReaction" error={errorAt('infusionReaction')}>
        <ChoiceField
          label={t('form.infusionReaction')}
          options={['yes', 'no']}
          {...field('infusionReaction')}
        />
      </FieldPlace>
    </>
  )
}

function NarrativeFields({ state: { field, errorAt } }: PartProps) {
  const { t } = useTranslation('safety')
  return (
    <>
      <FieldPlace name="narrative" error={errorAt('narrative')}>
        <LongTextField label={t('form.narrative')} {...field('narrative')} />
      </FieldPlace>
      <FieldPlace name="reportedBy" error={errorAt('reportedBy')}>
        <ChoiceField label={t('form.reportedBy')} options={options.reportedBy} {...field('reportedBy')} />
      </FieldPlace>
    </>
  )
}

function MeddraFields({ state: { field, errorAt } }: PartProps) {
  const { t } = useTranslation('safety')
  return (
    <>
      <FieldPlace name="meddra" error={errorAt('meddra')}>
        <PlainField
          label={t('form.meddraCode')}
          hint={t('form.meddraHint')}
          inputMode="numeric"
          {...field('meddra')}
        />
      </FieldPlace>
      <FieldPlace name="meddraTerm" error={errorAt('meddraTerm')}>
        <PlainField label={t('form.meddraTerm')} {...field('meddraTerm')} />
      </FieldPlace>
    </>
  )
}

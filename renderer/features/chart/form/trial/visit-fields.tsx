import { Select } from '@mantine/core'
import { UNSCHEDULED } from '#shared/core/facts/trial.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../../api/hooks.ts'
import { attributeTitle, useSpeech } from '../../fact-words.ts'
import { ChoiceField, LongTextField, PlainField, ProtocolField, TimeField } from '../fact-field.tsx'
import classes from '../fact-form.module.css'
import { FieldPlace, type FormState, focusFirst } from '../field-place.tsx'
import { AssessmentRows } from './assessment-rows.tsx'

interface VisitFieldsProps {
  readonly state: FormState
}

/** A visit that took place, or that did not: then only the day and the reason are asked for. */
export function VisitFields({ state }: VisitFieldsProps) {
  const speech = useSpeech()
  const { t } = speech
  const { values, set, errorAt, field } = state
  const protocol = ProtocolId.safeParse(values['protocol']).data
  const isVisitKnown = (values['visit'] ?? '') !== ''
  const isMissed = values['status'] === 'missed'
  return (
    <>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField
          label={attributeTitle('protocol', speech)}
          {...focusFirst(field('protocol'), protocol === undefined)}
          onChange={next =>
            set({ protocol: next, visit: '', number: '', notDone: '', awaited: '', carriedOut: '' })
          }
        />
      </FieldPlace>
      {protocol && <WhichVisit state={state} protocol={protocol} />}
      <FieldPlace name="status" error={errorAt('status')}>
        <ChoiceField
          label={t('trial.visitStatus')}
          required
          options={['done', 'missed']}
          nameOf={option => (option === 'missed' ? t('trial.missed') : t('trial.done'))}
          {...focusFirst(field('status'), isVisitKnown)}
          onChange={status =>
            set(
              status === 'missed'
                ? { status, to: '', how: '', notDone: '', awaited: '', carriedOut: '' }
                : { status },
            )
          }
        />
      </FieldPlace>
      <div className={classes['pair']}>
        <FieldPlace name="from" error={errorAt('from')}>
          <TimeField
            label={isMissed ? t('trial.missedOn') : t('trial.firstDay')}
            required
            withClock
            {...field('from')}
          />
        </FieldPlace>
        {!isMissed && (
          <FieldPlace name="to" error={errorAt('to')}>
            <TimeField
              label={t('trial.lastDay')}
              description={t('trial.lastDayHint')}
              withClock
              {...field('to')}
            />
          </FieldPlace>
        )}
      </div>
      {!isMissed && (
        <FieldPlace name="how" error={errorAt('how')}>
          <ChoiceField
            label={t('trial.how')}
            options={['on_site', 'telephone', 'elsewhere']}
            {...field('how')}
          />
        </FieldPlace>
      )}
      {!isMissed && protocol && <AssessmentRows state={state} protocol={protocol} />}
      <FieldPlace name="reason" error={errorAt('reason')}>
        <LongTextField
          label={isMissed ? t('trial.missedReason') : attributeTitle('reason', speech)}
          required={isMissed}
          {...field('reason')}
        />
      </FieldPlace>
    </>
  )
}

interface WhichVisitProps extends VisitFieldsProps {
  readonly protocol: ProtocolId
}

function WhichVisit({ state, protocol }: WhichVisitProps) {
  const { t } = useSpeech()
  const { values, set, errorAt, field } = state
  const visits = useVisits(protocol)
  const isFromEach = useIsFromEach(protocol)
  const visit = values['visit'] ?? ''
  const asksForDose = isFromEach || (values['number'] ?? '') !== ''
  return (
    <div className={asksForDose ? classes['pair'] : undefined}>
      <FieldPlace name="visit" error={errorAt('visit')}>
        <Select
          label={t('trial.visit')}
          withAsterisk
          data={visits}
          value={visit === '' ? null : visit}
          onChange={next => set({ visit: next ?? '', notDone: '', awaited: '', carriedOut: '' })}
          error={errorAt('visit')}
          searchable
          selectFirstOptionOnChange
          nothingFoundMessage={t('form.nothingFound')}
          autoFocus={visit === ''}
        />
      </FieldPlace>
      {asksForDose && (
        <FieldPlace name="number" error={errorAt('number')}>
          <PlainField
            label={t('trial.countedFrom')}
            inputMode="numeric"
            hint={t('trial.countedFromHint')}
            {...field('number')}
          />
        </FieldPlace>
      )}
    </div>
  )
}

/** Whether the site reads the record's visits as counted from each dose, so that there are several of the same name. */
function useIsFromEach(protocol: ProtocolId): boolean {
  const { data } = useRead('protocols', 'get', { id: protocol })
  return data?.readings?.readings['after-administration'] === 'each'
}

/** The visits of the record, then those that the site added, then the one that nobody planned. */
function useVisits(protocol: ProtocolId): { value: string; label: string }[] {
  const { language, trial } = useSpeech()
  const { data: protocols } = useRead('protocols', 'get', { id: protocol })
  const { data: conduct } = useRead('conduct', 'get', { protocolId: protocol })
  const ids = [
    ...(protocols?.definition.visits.map(({ id }) => id) ?? []),
    ...(conduct?.schedule?.content.extraVisits.map(({ id }) => id) ?? []),
    UNSCHEDULED,
  ]
  return ids.map(id => ({ value: id, label: trial.visit(protocol, id)?.[language] ?? id }))
}

import { Text } from '@mantine/core'
import { ProtocolId } from '#shared/core/ids.ts'
import { plainNumber } from '#shared/core/reports/printed-number.ts'
import { useRead } from '../../../../api/hooks.ts'
import { cellsText } from '../../../../components/cells-text.ts'
import { attributeTitle, useSpeech } from '../../fact-words.ts'
import { ChoiceField, LongTextField, PlainField, ProtocolField, TimeField } from '../fact-field.tsx'
import classes from '../fact-form.module.css'
import { FieldPlace, type FormState, focusFirst } from '../field-place.tsx'
import { InterruptionRows, VitalSignRows } from './dose-rows.tsx'

const CELLS = ['plannedCells', 'givenCells'] as const

interface DoseFieldsProps {
  readonly state: FormState
  readonly isCorrection: boolean
}

/** One infusion: when, how much, what stopped it, and how the patient was watched. No product: there is no allocation. */
export function DoseFields({ state, isCorrection }: DoseFieldsProps) {
  const speech = useSpeech()
  const { t } = speech
  const { values, errorAt, field } = state
  const isPlaceKnown = (values['protocol'] ?? '') !== '' && (values['number'] ?? '') !== ''
  return (
    <>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField
          label={attributeTitle('protocol', speech)}
          {...focusFirst(field('protocol'), !isPlaceKnown)}
        />
      </FieldPlace>
      <FieldPlace name="number" error={errorAt('number')}>
        <PlainField
          label={t('trial.doseNumber')}
          required
          inputMode="numeric"
          hint={t('trial.doseNumberHint')}
          {...field('number')}
        />
      </FieldPlace>
      <FieldPlace name="from" error={errorAt('from')}>
        <TimeField
          label={t('trial.infusionStart')}
          description={t('trial.clockHint')}
          required
          withClock
          {...focusFirst(field('from'), isPlaceKnown)}
        />
      </FieldPlace>
      <FieldPlace name="to" error={errorAt('to')}>
        <TimeField
          label={t('trial.infusionStop')}
          description={t('trial.clockHint')}
          withClock
          {...field('to')}
        />
      </FieldPlace>
      <Amounts state={state} />
      <FieldPlace name="interruptions" error={errorAt('interruptions')}>
        <InterruptionRows {...field('interruptions')} />
      </FieldPlace>
      <FieldPlace name="watchedUntil" error={errorAt('watchedUntil')}>
        <TimeField
          label={attributeTitle('watchedUntil', speech)}
          description={t('trial.watchedHint')}
          withClock
          {...field('watchedUntil')}
        />
      </FieldPlace>
      <FieldPlace name="reaction" error={errorAt('reaction')}>
        <ChoiceField
          label={attributeTitle('reaction', speech)}
          options={['yes', 'no']}
          {...field('reaction')}
        />
      </FieldPlace>
      {isCorrection ? (
        <Text size="sm" c="dimmed">
          {t('trial.vitalSignsApart')}
        </Text>
      ) : (
        <FieldPlace name="vitalSigns" error={errorAt('vitalSigns')}>
          <VitalSignRows {...field('vitalSigns')} />
        </FieldPlace>
      )}
      <FieldPlace name="description" error={errorAt('description')}>
        <LongTextField label={attributeTitle('description', speech)} {...field('description')} />
      </FieldPlace>
    </>
  )
}

/**
 * Cells where the record or the site says how many a dose has: elsewhere they would tell an arm. An identifier where the
 * site says that its labels carry one.
 */
function Amounts({ state }: { readonly state: FormState }) {
  const speech = useSpeech()
  const { values, errorAt, field } = state
  const { hasCells, hasIdentifier } = useAmounts(ProtocolId.safeParse(values['protocol']).data)
  const isShown = hasCells || CELLS.some(name => (values[name] ?? '') !== '')
  return (
    <>
      {isShown && (
        <div className={classes['pair']}>
          {CELLS.map(name => (
            <FieldPlace key={name} name={name} error={errorAt(name)}>
              <PlainField
                label={attributeTitle(name, speech)}
                inputMode="decimal"
                hint={readHint(values[name] ?? '') ?? speech.t('trial.cellsHint')}
                {...field(name)}
              />
            </FieldPlace>
          ))}
        </div>
      )}
      {(hasIdentifier || (values['identifier'] ?? '') !== '') && (
        <FieldPlace name="identifier" error={errorAt('identifier')}>
          <PlainField
            label={attributeTitle('identifier', speech)}
            hint={speech.t('trial.identifierHint')}
            {...field('identifier')}
          />
        </FieldPlace>
      )}
    </>
  )
}

/** What was understood, as it will be read. */
function readHint(typed: string): string | undefined {
  const number = plainNumber(typed)
  return /^\d+$/.test(number) ? `= ${cellsText(number)}` : undefined
}

/** What the record and the site say of a protocol's doses. */
function useAmounts(protocol: ProtocolId | undefined) {
  const asked = { enabled: protocol !== undefined }
  const { data: conduct } = useRead('conduct', 'get', { protocolId: protocol as ProtocolId }, asked)
  const { data: record } = useRead('protocols', 'get', { id: protocol as ProtocolId }, asked)
  const doses = conduct?.schedule?.content.doses
  const [arm, another] = record?.definition.arms ?? []
  const isInRecord = arm?.cellsPerDose !== undefined && another === undefined
  return {
    hasCells: isInRecord || doses?.cells !== undefined,
    hasIdentifier: doses?.hasIdentifier === true,
  }
}

import { attributeTitle, useSpeech } from '../../fact-words.ts'
import { type FieldProps, PlainField, TimeField } from '../fact-field.tsx'
import classes from './row-list.module.css'
import { RowList } from './row-list.tsx'

/** The stops of an infusion, each with its reason. */
export function InterruptionRows({ value, onChange, error }: FieldProps) {
  const speech = useSpeech()
  const { t } = speech
  return (
    <RowList
      label={attributeTitle('interruptions', speech)}
      value={value}
      onChange={onChange}
      error={error && t('trial.interruptionIncomplete')}
      empty={{ from: '', to: '', reason: '' }}
      addLabel={t('trial.addInterruption')}
      removeLabel={number => t('trial.removeInterruption', { number })}
    >
      {({ from = '', to = '', reason = '' }, set) => (
        <>
          <TimeField
            label={t('trial.stoppedAt')}
            required
            withClock
            description=""
            value={from}
            onChange={next => set({ from: next })}
            error={undefined}
          />
          <TimeField
            label={t('trial.resumedAt')}
            withClock
            description=""
            value={to}
            onChange={next => set({ to: next })}
            error={undefined}
          />
          <div className={classes['wide']}>
            <PlainField
              label={attributeTitle('reason', speech)}
              required
              value={reason}
              onChange={next => set({ reason: next })}
              error={undefined}
            />
          </div>
        </>
      )}
    </RowList>
  )
}

/** In the order in which they are called out at the bedside. */
const SIGNS = [
  'temperatureCel',
  'pulsePerMinute',
  'systolicMmHg',
  'diastolicMmHg',
  'respirationPerMinute',
  'oxygenSaturationPercent',
] as const

const EMPTY = { on: '', ...Object.fromEntries(SIGNS.map(sign => [sign, ''])) }

/** Vital signs while the patient was watched; each row becomes a fact of its own. */
export function VitalSignRows({ value, onChange, error }: FieldProps) {
  const speech = useSpeech()
  const { t } = speech
  return (
    <RowList
      label={t('trial.vitalSigns')}
      hint={t('trial.vitalSignsHint')}
      value={value}
      onChange={onChange}
      error={error === undefined ? undefined : t('trial.vitalSignsWrong', { problem: error })}
      empty={EMPTY}
      addLabel={t('trial.addVitalSigns')}
      removeLabel={number => t('trial.removeVitalSigns', { number })}
    >
      {(row, set) => (
        <>
          <div className={classes['wide']}>
            <TimeField
              label={attributeTitle('on', speech)}
              required
              withClock
              description={t('trial.clockHint')}
              value={row['on'] ?? ''}
              onChange={on => set({ on })}
              error={undefined}
            />
          </div>
          {SIGNS.map(sign => (
            <PlainField
              key={sign}
              label={attributeTitle(sign, speech)}
              inputMode="decimal"
              value={row[sign] ?? ''}
              onChange={next => set({ [sign]: next })}
              error={undefined}
            />
          ))}
        </>
      )}
    </RowList>
  )
}

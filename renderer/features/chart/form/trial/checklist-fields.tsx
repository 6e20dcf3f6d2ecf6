import { Badge, Text } from '@mantine/core'
import { useEffect } from 'react'
import { ProtocolId } from '#shared/core/ids.ts'
import { valueName } from '#shared/core/names.ts'
import type { Api } from '../../../../api/api.tsx'
import { useRead } from '../../../../api/hooks.ts'
import { LinkAnchor } from '../../../../components/link-anchor.tsx'
import { attributeTitle, useSpeech } from '../../fact-words.ts'
import { ChoiceField, PlainField, ProtocolField, TimeField } from '../fact-field.tsx'
import { FieldPlace, type FormState, focusFirst } from '../field-place.tsx'
import { rowsIn, textOfRows } from '../typed-rows.ts'
import classes from './checklist.module.css'

interface ChecklistFieldsProps {
  readonly state: FormState
  readonly isCorrection: boolean
}

/** The site's own checklist before a dose, in the words of its schedule; every item is answered. */
export function ChecklistFields({ state, isCorrection }: ChecklistFieldsProps) {
  const speech = useSpeech()
  const { values, set, errorAt, field } = state
  const protocol = ProtocolId.safeParse(values['protocol']).data
  return (
    <>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField
          label={attributeTitle('protocol', speech)}
          {...focusFirst(field('protocol'), protocol === undefined)}
          onChange={next => set({ protocol: next, version: '', answers: '' })}
        />
      </FieldPlace>
      <FieldPlace name="number" error={errorAt('number')}>
        <PlainField label={speech.t('trial.beforeDose')} required inputMode="numeric" {...field('number')} />
      </FieldPlace>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField
          label={speech.t('trial.checkedOn')}
          required
          withClock
          {...focusFirst(field('on'), protocol !== undefined)}
        />
      </FieldPlace>
      {protocol && <Items protocol={protocol} state={state} keepsVersion={isCorrection} />}
    </>
  )
}

type Schedule = Awaited<ReturnType<Api['conduct']['history']>>['schedule'][number]

interface ItemsProps {
  readonly protocol: ProtocolId
  readonly state: FormState
  /** A correction speaks of the checklist that was answered, whatever the site entered since. */
  readonly keepsVersion: boolean
}

function Items({ protocol, state, keepsVersion }: ItemsProps) {
  const { t } = useSpeech()
  const { data } = useRead('conduct', 'history', { protocolId: protocol })
  if (data === undefined) return null
  const asked = keepsVersion ? Number(state.values['version']) : undefined
  const schedule = data.schedule
    .filter(({ version }) => asked === undefined || version === asked)
    .toSorted((a, b) => b.version - a.version)[0]
  if (schedule === undefined || schedule.content.doses.checklist.length === 0)
    return (
      <Text size="sm">
        {t('trial.noChecklist')}{' '}
        <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: protocol }} hash="visits-and-doses">
          {t('trial.toSchedule')}
        </LinkAnchor>
      </Text>
    )
  return <Answers key={schedule.version} schedule={schedule} state={state} />
}

function Answers({ schedule, state }: { readonly schedule: Schedule; readonly state: FormState }) {
  const { t } = useSpeech()
  const { checklist, stoppingRules } = schedule.content.doses
  const { values, set, errorAt } = state
  const rows = rowsIn(values['answers'])
  const rowOf = (item: string) => rows.find(row => row['item'] === item) ?? { item, answer: '', note: '' }
  const all = checklist.map(({ id }) => rowOf(id))
  useMatchingRows(schedule.version, textOfRows(all), state)
  const change = (item: string, cells: Readonly<Record<string, string>>) =>
    set({ answers: textOfRows(all.map(row => (row['item'] === item ? { ...row, ...cells } : row))) })
  const error = errorAt('answers')
  return (
    <FieldPlace name="answers" error={error}>
      <Text size="sm" fw={600}>
        {t('trial.checklistOf', { version: schedule.version })}
      </Text>
      {stoppingRules.length > 0 && (
        <div className={classes['rules']}>
          <strong>{t('trial.stoppingRules')}</strong>
          <ul>
            {stoppingRules.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <ol className={classes['items']}>
        {checklist.map(({ id, text, wanted }) => (
          <Item key={id} row={rowOf(id)} {...{ text, wanted }} onChange={cells => change(id, cells)} />
        ))}
      </ol>
      {error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {t('trial.answerAll')}
        </Text>
      )}
    </FieldPlace>
  )
}

/** The items and the version come from the schedule; nothing is answered by that. */
function useMatchingRows(version: number, answers: string, { values, set }: FormState): void {
  const isMatching = values['version'] === String(version) && values['answers'] === answers
  useEffect(() => {
    if (!isMatching) set({ version: String(version), answers })
  })
}

interface ItemProps {
  readonly row: Readonly<Record<string, string>>
  readonly text: string
  readonly wanted: 'yes' | 'no'
  readonly onChange: (cells: Readonly<Record<string, string>>) => void
}

function Item({ row, text, wanted, onChange }: ItemProps) {
  const { language, t } = useSpeech()
  const { answer = '', note = '' } = row
  const isUnwanted = answer !== '' && answer !== wanted
  return (
    <li data-unwanted={isUnwanted || undefined}>
      <ChoiceField
        label={text}
        options={['yes', 'no']}
        required
        description={t('trial.wanted', { answer: valueName(wanted)[language] })}
        value={answer}
        onChange={next => onChange({ answer: next })}
        error={undefined}
      />
      {isUnwanted && (
        <Badge color="orange" variant="outline" radius="xs" tt="none" mt={6}>
          {t('trial.unwanted')}
        </Badge>
      )}
      <PlainField
        label={t('trial.note')}
        value={note}
        onChange={next => onChange({ note: next })}
        error={undefined}
      />
    </li>
  )
}

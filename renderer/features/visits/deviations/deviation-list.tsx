import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { dateText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePeople } from '../../chart/use-people.ts'
import { AssessDialog } from './assess-dialog.tsx'
import { DeviationStatus } from './deviation-status.tsx'
import classes from './deviations.module.css'

interface DeviationListProps {
  readonly deviations: readonly Deviation[]
  /** Whose each is, where the list is of several candidates. */
  readonly isOfMany?: boolean
}

/** Deviations with what the site said about each, the latest first. */
export function DeviationList({ deviations, isOfMany = false }: DeviationListProps) {
  const [assessed, setAssessed] = useState<string>()
  const open = deviations.find(({ key }) => key === assessed)
  const sorted = deviations.toSorted((a, b) => (a.on < b.on ? 1 : -1))
  return (
    <>
      <ul className={classes['list']}>
        {sorted.map(deviation => (
          <Line
            key={deviation.key}
            deviation={deviation}
            isOfMany={isOfMany}
            onAssess={() => setAssessed(deviation.key)}
          />
        ))}
      </ul>
      {open && <AssessDialog key={open.key} deviation={open} onClose={() => setAssessed(undefined)} />}
    </>
  )
}

interface LineProps {
  readonly deviation: Deviation
  readonly isOfMany: boolean
  readonly onAssess: () => void
}

function Line({ deviation, isOfMany, onAssess }: LineProps) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const textOf = useCoreText()
  const mayWrite = useRight('facts.write')
  const { kind, on, text, note, facts } = deviation
  const [fact] = facts
  return (
    <li className={classes['line']}>
      <time className={classes['on']} dateTime={on}>
        {dateText(on, language)}
      </time>
      <div className={classes['what']}>
        {isOfMany && <Whose deviation={deviation} />}
        <span className={classes['kind']}>{t(`deviations.kind.${kind}`)}</span> {textOf(text)}{' '}
        {fact !== undefined && (
          <LinkAnchor
            to="/candidates/$patientId/visits"
            params={{ patientId: deviation.patientId }}
            search={{ panel: { open: 'fact', factId: fact } }}
            size="sm"
            underline="always"
          >
            {t('deviations.openFact')}
          </LinkAnchor>
        )}
        <Said note={note} />
      </div>
      <DeviationStatus note={note} />
      {mayWrite ? (
        <Button size="compact-sm" variant="default" onClick={onAssess} aria-haspopup="dialog">
          {note === null ? t('deviations.assess') : t('deviations.change')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}

function Whose({ deviation: { patientId, screeningNumber, protocol } }: Pick<LineProps, 'deviation'>) {
  return (
    <div>
      <LinkAnchor to="/candidates/$patientId/visits" params={{ patientId }} size="sm" fw={600}>
        {screeningNumber}
      </LinkAnchor>{' '}
      {protocol}
    </div>
  )
}

function Said({ note }: Pick<Deviation, 'note'>) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const personOf = usePeople()
  if (note === null) return null
  const { reason, action, told, author, enteredAt } = note
  return (
    <div className={classes['said']}>
      <div>{t('deviations.saidReason', { reason })}</div>
      {action !== undefined && <div>{t('deviations.saidAction', { action })}</div>}
      <div>
        {told.length === 0
          ? t('deviations.nobodyTold')
          : t('deviations.saidTold', {
              who: told
                .map(({ who, on }) => t('deviations.toldOne', { who, on: dateText(on, language) }))
                .join(t('between')),
            })}
      </div>
      <div>{t('deviations.by', { by: personOf(author), at: timeText(enteredAt, language) })}</div>
    </div>
  )
}

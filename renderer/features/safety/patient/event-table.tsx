import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ClockMark } from '../clocks/clock-status.tsx'
import { ctcaeText } from '../form/term-choice.ts'
import { OpenQuestions, RelationCell, SeriousMark } from './event-marks.tsx'
import { GradeMark } from './grade-mark.tsx'
import classes from './patient-safety.module.css'
import { useOnsetWords } from './use-onset-words.ts'

interface EventTableProps {
  readonly events: readonly ListedEvent[]
  /** The engine's time when the list was made. */
  readonly now: string
}

/** Every event of a patient, the newest onset first: what it is, how bad, since when, what was judged and what is open. */
export function EventTable({ events, now }: EventTableProps) {
  const { t } = useTranslation('safety')
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} aria-label={t('list.title')}>
        <thead>
          <tr>
            <th scope="col">{t('list.term')}</th>
            <th scope="col">{t('list.grade')}</th>
            <th scope="col">{t('list.serious')}</th>
            <th scope="col">{t('list.onset')}</th>
            <th scope="col">{t('list.sinceDose')}</th>
            <th scope="col">{t('list.causality')}</th>
            <th scope="col">{t('list.clocks')}</th>
            <th scope="col">{t('list.questions')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(event => (
            <EventLine key={event.event} event={event} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface EventLineProps {
  readonly event: ListedEvent
  readonly now: string
}

function EventLine({ event, now }: EventLineProps) {
  const { t } = useTranslation('safety')
  const { content, worst, current, clocks } = event
  return (
    <tr>
      <th scope="row" className={classes['term']}>
        <Term event={event} />
      </th>
      <td className={classes['unbroken']}>
        <GradeMark grade={worst} />
        {worst !== null && current !== null && worst !== current && (
          <span className={classes['below']}>{t('list.now', { grade: current })}</span>
        )}
      </td>
      <td>
        <SeriousMark content={content} />
      </td>
      <td>
        <Onset event={event} />
      </td>
      <td className={classes['since']}>
        <SinceDose event={event} />
      </td>
      <td>
        <RelationCell event={event} />
      </td>
      <td>
        {clocks.length === 0 ? (
          <span className={classes['dim']}>–</span>
        ) : (
          <span className={classes['stacked']}>
            {clocks.map(clock => (
              <ClockMark key={`${clock.kind} ${clock.dueAt}`} clock={clock} now={now} />
            ))}
          </span>
        )}
      </td>
      <td>
        <OpenQuestions questions={event.questions} />
      </td>
    </tr>
  )
}

function Term({ event: { event, patientId, content } }: { readonly event: ListedEvent }) {
  const language = useLanguage()
  const { t } = useTranslation('safety')
  const coded = content.ctcae && ctcaeText(content.ctcae, language)
  const isSame = coded?.toLowerCase() === content.term.toLowerCase()
  return (
    <>
      <LinkAnchor to="/candidates/$patientId/safety/$factId" params={{ patientId, factId: event }}>
        {content.term}
      </LinkAnchor>
      {!isSame && <span className={classes['below']}>{coded ?? t('list.notCoded')}</span>}
    </>
  )
}

function Onset({ event }: { readonly event: ListedEvent }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { dayText, endText } = useOnsetWords()
  const { from } = event.content
  if (from === undefined) return <span className={classes['dim']}>{t('list.noOnset')}</span>
  return (
    <>
      <span className={classes['unbroken']}>{timeText(from, language)}</span>
      <span className={classes['below']}>
        {dayText(event) !== '' && <>{dayText(event)} · </>}
        <span className={classes['unbroken']}>{endText(event)}</span>
      </span>
    </>
  )
}

function SinceDose({ event }: { readonly event: ListedEvent }) {
  const { sinceText } = useOnsetWords()
  return <>{sinceText(event)}</>
}

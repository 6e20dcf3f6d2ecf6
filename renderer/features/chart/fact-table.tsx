import { memo } from 'react'
import { boundsOf, dayOf, type EventTime, localDateOf } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId } from '#shared/core/ids.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import classes from './fact-table.module.css'
import { factLine, sourceText, useSpeech, whenText } from './fact-words.ts'

interface FactTableProps {
  /** The id of the heading that names the table. */
  readonly labelledBy: string
  readonly facts: readonly Fact[]
  readonly opened: FactId | undefined
  readonly onOpen: (factId: FactId) => void
  readonly personOf: (author: string) => string
}

/** Facts of one group, a line each. */
export const FactTable = memo(function FactTable({ labelledBy, facts, opened, ...rest }: FactTableProps) {
  const { t } = useSpeech()
  return (
    <table className={classes['table']} aria-labelledby={labelledBy}>
      <thead className={classes['head']}>
        <tr>
          <th scope="col">{t('column.when')}</th>
          <th scope="col">{t('column.what')}</th>
          <th scope="col">{t('column.source')}</th>
          <th scope="col">{t('column.entered')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(fact => (
          <Line key={fact.id} fact={fact} isOpened={fact.id === opened} {...rest} />
        ))}
      </tbody>
    </table>
  )
})

interface LineProps extends Pick<FactTableProps, 'onOpen' | 'personOf'> {
  readonly fact: Fact
  readonly isOpened: boolean
}

function Line({ fact, isOpened, onOpen, personOf }: LineProps) {
  const speech = useSpeech()
  const { language, t } = speech
  const { title, details } = factLine(fact.content, speech)
  const entered = dateText(localDateOf(fact.enteredAt), language)
  return (
    <tr data-opened={isOpened || undefined} onClick={() => onOpen(fact.id)}>
      <td className={classes['when']}>
        {whenText(fact.content, speech)}
        {isLate(fact) && <span className={classes['late']}>{t('enteredLater', { date: entered })}</span>}
      </td>
      <td>
        <button type="button" className={classes['open']} aria-current={isOpened || undefined}>
          {title}
        </button>
        {details.length > 0 && <span className={classes['details']}>{details.join(' · ')}</span>}
        {fact.version > 1 && <span className={classes['mark']}>{t('corrected')}</span>}
      </td>
      <td className={classes['quiet']}>{sourceText(fact.source, speech)}</td>
      <td
        className={classes['entered']}
        title={`${timeText(fact.enteredAt, language)} · ${personOf(fact.author)}`}
      >
        {entered}
        <span className={classes['who']}>{` · ${personOf(fact.author)}`}</span>
      </td>
    </tr>
  )
}

const LATE_DAYS = 30

/** Something of one day that was charted long after it: a reader must see both times. */
function isLate({ content, enteredAt }: Fact): boolean {
  if (!('on' in content)) return false
  return dayOf(localDateOf(enteredAt)) - boundsOf(content.on as EventTime).latest > LATE_DAYS
}

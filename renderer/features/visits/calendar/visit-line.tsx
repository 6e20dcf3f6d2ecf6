import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedVisit, VisitAssessment } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Status } from '../../../components/status.tsx'
import { dateText, spanText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { VisitStatus } from '../visit-status.tsx'
import { AssessmentList } from './assessment-list.tsx'
import classes from './calendar.module.css'
import type { VisitLineProps } from './calendar-props.ts'
import { Days } from './days.tsx'
import { VisitActions } from './visit-actions.tsx'

/** One planned visit; what it asks for opens below it, by itself where something of it is to be done. */
export function VisitLine(props: VisitLineProps) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const { visit } = props
  const [isOpen, setOpen] = useState(() => asksForSomething(visit))
  const list = useId()
  const { title, number, source, assessments } = visit
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <tr data-state={visit.state}>
        <th scope="row">
          {textOf(title)}
          {number !== null && (
            <span className={classes['dim']}>{` · ${t('visits.ofDose', { number })}`}</span>
          )}{' '}
          {source === 'site' && <span className={classes['site']}>{t('sites')}</span>}
        </th>
        <td className={classes['planned']}>
          <PlannedDay visit={visit} />
        </td>
        <td>
          <Window visit={visit} />
        </td>
        <td>
          <VisitStatus state={visit.state} />
        </td>
        <td>
          <When visit={visit} />
        </td>
        <td>
          {assessments.length === 0 || visit.state === 'not_expected' ? (
            <span className={classes['dim']}>–</span>
          ) : (
            <UnstyledButton
              className={classes['toggle'] ?? ''}
              aria-expanded={isOpen}
              aria-controls={list}
              onClick={() => setOpen(!isOpen)}
            >
              <Chevron size={15} aria-hidden="true" />
              {t('visits.charted', { charted: chartedIn(assessments), all: assessments.length })}
            </UnstyledButton>
          )}
        </td>
        <td>
          <VisitActions {...props} />
        </td>
      </tr>
      {isOpen && assessments.length > 0 && (
        <tr className={classes['below']} id={list}>
          <td colSpan={7}>
            <AssessmentList {...props} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Without a planned day nobody can tell which days a window has. */
function Window({ visit: { planned, window } }: { readonly visit: PlannedVisit }) {
  const { t } = useTranslation('visits')
  if (window !== null) return <Days days={window} isSites />
  return <span className={classes['dim']}>{planned === null ? '–' : t('visits.noWindow')}</span>
}

function PlannedDay({ visit: { planned, day, anchor, isProjected } }: { readonly visit: PlannedVisit }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const textOf = useCoreText()
  return (
    <>
      {planned === null ? <span className={classes['dim']}>–</span> : dateText(planned, language)}{' '}
      {isProjected && planned !== null && <span className={classes['dim']}>{t('visits.projected')}</span>}
      <span className={classes['below-text']}>{countedText(day, unbroken(textOf(anchor)), t)}</span>
    </>
  )
}

function When({ visit: { done, missed } }: { readonly visit: PlannedVisit }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  if (missed !== null)
    return (
      <>
        {t('visits.missedOn', { on: timeText(missed.from, language) })}
        {missed.reason !== null && <span className={classes['below-text']}>{missed.reason}</span>}
      </>
    )
  if (done === null) return <span className={classes['dim']}>–</span>
  const { from, to, off, isOutOfWindow } = done
  return (
    <>
      <Span words={spanText(from, to, language)} />
      {off !== null && <span className={classes['below-text']}>{offText(off, t)}</span>}
      {isOutOfWindow === true && (
        <Status kind="bad" icon={IconAlertTriangle} word={t('visits.outOfWindow')} />
      )}
    </>
  )
}

/** Breaks between two days, never within one. */
function Span({ words }: { readonly words: string }) {
  const [from, ...to] = words.split(' – ')
  return (
    <span className={classes['days']}>
      <span>{to.length > 0 ? `${from} –` : from}</span>
      {to.length > 0 && <span>{to.join(' – ')}</span>}
    </span>
  )
}

/** A number stays on the line of what it counts: "dose 1". */
function unbroken(words: string): string {
  return words.replaceAll(/ (?=\d)/g, '\u00a0')
}

type SayCounted = (
  key: 'visits.onAnchor' | 'visits.afterAnchor' | 'visits.beforeAnchor',
  values: { count: number; anchor: string },
) => string

function countedText(day: number, anchor: string, t: SayCounted): string {
  if (day === 0) return t('visits.onAnchor', { count: 0, anchor })
  return day > 0
    ? t('visits.afterAnchor', { count: day, anchor })
    : t('visits.beforeAnchor', { count: -day, anchor })
}

type Say = (
  key: 'visits.onDay' | 'visits.daysAfter' | 'visits.daysBefore',
  values: { count: number },
) => string

function offText(off: number, t: Say): string {
  if (off === 0) return t('visits.onDay', { count: 0 })
  return off > 0 ? t('visits.daysAfter', { count: off }) : t('visits.daysBefore', { count: -off })
}

function chartedIn(assessments: readonly VisitAssessment[]): number {
  return assessments.filter(({ state }) => state === 'entered').length
}

const TO_BE_DONE = new Set(['partly', 'awaited', 'missing'])

function asksForSomething({ state, assessments }: PlannedVisit): boolean {
  if (state === 'due' || state === 'overdue') return true
  return state === 'done' && assessments.some(one => TO_BE_DONE.has(one.state))
}

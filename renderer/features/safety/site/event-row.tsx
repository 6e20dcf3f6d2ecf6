import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { SignatureMark, Status } from '../../../components/status.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ClockMark } from '../clocks/clock-status.tsx'
import { durationText } from '../clocks/duration-text.ts'
import { openQuestions } from './narrowed.ts'
import classes from './site.module.css'

interface EventRowProps {
  readonly event: ListedEvent
  readonly now: string
  readonly cohort: string | null
  /** Events of several protocols stand together. */
  readonly withProtocol: boolean
  readonly isActive: boolean
  readonly onFocus: () => void
}

/** One adverse event as a line, and the way to it. */
export function EventRow({ event, now, cohort, withProtocol, isActive, onFocus }: EventRowProps) {
  const { t } = useTranslation('safetySite')
  const textOf = useCoreText()
  const { patientId, screeningNumber, initials, protocol, content } = event
  const trial = [withProtocol ? protocol : null, cohort].filter(part => part !== null)
  const questions = openQuestions(event)
  return (
    <tr>
      <td>
        {screeningNumber} <span className={classes['dim']}>{initials}</span>
        {trial.map(part => (
          <span key={part} className={classes['second']}>
            {part}
          </span>
        ))}
      </td>
      <th scope="row" className={classes['event']}>
        <LinkAnchor
          to="/candidates/$patientId/safety/$factId"
          params={{ patientId, factId: event.event }}
          fz="inherit"
          fw={600}
          tabIndex={isActive ? 0 : -1}
          onFocus={onFocus}
          data-row
        >
          {content.term}
        </LinkAnchor>
        <CodedAs event={event} />
        {questions > 0 && (
          <div>
            <Status
              kind="open"
              icon={IconHelpCircle}
              word={t('questions.count', { count: questions })}
              plain
            />
          </div>
        )}
      </th>
      <td>
        <Onset event={event} />
      </td>
      <td>
        <Grade event={event} />
      </td>
      <td>
        <Serious content={content} />
        <Clocks clocks={event.clocks} now={now} />
      </td>
      <td>
        <Judgement event={event} />
      </td>
      <td>{content.outcome === undefined ? '–' : textOf(valueName(content.outcome))}</td>
    </tr>
  )
}

/** The term of CTCAE where it is not what was reported. */
function CodedAs({ event: { content } }: Pick<EventRowProps, 'event'>) {
  const language = useLanguage()
  if (content.ctcae === undefined) return null
  const { name, chinese } = ctcaeEntries[content.ctcae]
  const term = language === 'en' ? name : chinese
  if (term.toLowerCase() === content.term.toLowerCase()) return null
  return <span className={classes['second']}>CTCAE: {term}</span>
}

function Onset({ event: { content, studyDay, sinceDose, emergence } }: Pick<EventRowProps, 'event'>) {
  const { t } = useTranslation('safetySite')
  const language = useLanguage()
  const parts = [
    studyDay !== null && t('list.studyDay', { day: studyDay }),
    sinceDose !== null && t('list.sinceDose', { number: sinceDose.number, time: sinceText(sinceDose, t) }),
    emergence !== 'treatment_emergent' && t(`emergence.${emergence}`),
  ].filter(part => part !== false)
  return (
    <>
      {content.from === undefined ? t('list.onsetUnknown') : timeText(content.from, language)}
      <span className={classes['second']}>{parts.join(t('between'))}</span>
    </>
  )
}

/** In hours on the day of the dose, where both times are known; else in days. */
function sinceText(
  { days, hours }: NonNullable<ListedEvent['sinceDose']>,
  t: TFunction<'safetySite'>,
): string {
  if (hours !== null && hours < 24) return durationText(Math.round(hours * 60), t)
  return days === null ? '?' : t('duration.days', { days })
}

/** What is still owed, or was late; that all was reported in time is said in a word. */
function Clocks({ clocks, now }: { readonly clocks: ListedEvent['clocks']; readonly now: string }) {
  const { t } = useTranslation('safetySite')
  const shown = clocks.filter(({ state }) => state !== 'met')
  if (clocks.length > 0 && shown.length === 0)
    return <span className={classes['second']}>{t('list.allInTime')}</span>
  return (
    <span className={classes['clocks']}>
      {shown.map(clock => (
        <ClockMark key={`${clock.kind} ${clock.dueAt}`} clock={clock} now={now} />
      ))}
    </span>
  )
}

function Grade({ event: { worst, current } }: Pick<EventRowProps, 'event'>) {
  const { t } = useTranslation('safetySite')
  if (worst === null) return <span className={classes['dim']}>{t('grade.none')}</span>
  return (
    <>
      <strong>{worst}</strong>
      {current !== null && current !== worst && (
        <span className={classes['second']}>{t('list.gradeNow', { grade: current })}</span>
      )}
    </>
  )
}

function Serious({ content }: Pick<ListedEvent, 'content'>) {
  const { t } = useTranslation('safetySite')
  if (isSerious(content)) return <Status kind="bad" icon={IconAlertTriangle} word={t('serious.yes')} plain />
  if (content.serious === 'no') return <span className={classes['dim']}>{t('serious.no')}</span>
  return <Status kind="open" icon={IconHelpCircle} word={t('serious.unanswered')} plain />
}

/** The last judgement towards the product, and whether it is signed. */
function Judgement({ event: { causality, signature } }: Pick<EventRowProps, 'event'>) {
  const { t } = useTranslation(['safetySite', 'signatures'])
  const textOf = useCoreText()
  if (causality === null)
    return <Status kind="judge" icon={IconHelpCircle} word={t('safetySite:relation.unassessed')} plain />
  return (
    <span className={classes['judgement']}>
      {textOf(valueName(causality.content.product))}
      {signature && (
        <SignatureMark status={signature.status} word={t(`signatures:status.${signature.status}`)} />
      )}
    </span>
  )
}

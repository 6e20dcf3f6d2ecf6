import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { dateText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { DeviationsOf } from '../deviations/deviations-of.tsx'
import classes from './calendar.module.css'
import { CalendarActions } from './calendar-actions.tsx'
import type { ProtocolCalendarProps } from './calendar-props.ts'
import { DoseTable } from './dose-table.tsx'
import { OpenReadings } from './open-readings.tsx'
import { VisitTable } from './visit-table.tsx'

/** One protocol that the candidate is in. */
export function ProtocolCalendar(props: ProtocolCalendarProps) {
  const { t } = useTranslation('visits')
  const { calendar, patientId } = props
  const { protocol, safetyWindows, openReadings, scheduleVersion } = calendar
  const heading = `calendar-${protocol}`
  return (
    <section className={classes['protocol']} aria-labelledby={heading}>
      <Head calendar={calendar} headingId={heading} />
      <Ended ended={calendar.ended} />
      <CalendarActions {...props} />
      <SiteSchedule protocol={protocol} version={scheduleVersion} />
      {openReadings.length > 0 && <OpenReadings protocol={protocol} readings={openReadings} />}
      <Title order={3}>{t('doses.title')}</Title>
      <DoseTable {...props} />
      <Title order={3}>{t('visits.title')}</Title>
      <VisitTable {...props} />
      {safetyWindows.length > 0 && <SafetyWindows windows={safetyWindows} />}
      <DeviationsOf patientId={patientId} protocolId={protocol} />
    </section>
  )
}

interface HeadProps {
  readonly calendar: Calendar
  readonly headingId: string
}

/** Where the candidate stands in the trial, at a glance. */
function Head({ calendar, headingId }: HeadProps) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { protocol, enrolled, day0, dayOfTrial, ended } = calendar
  return (
    <div className={classes['head']}>
      <Title order={2} id={headingId}>
        {protocol}
      </Title>
      {dayOfTrial !== null && ended === null && (
        <strong className={classes['day']}>{t('head.day', { day: dayOfTrial })}</strong>
      )}
      {enrolled?.subjectNumber && <span>{t('head.subject', { number: enrolled.subjectNumber })}</span>}
      <span className={classes['dim']}>
        {enrolled === null
          ? t('head.notEnrolled')
          : t('head.enrolled', { on: timeText(enrolled.on, language) })}
      </span>
      <span className={classes['dim']}>
        {day0 === null ? t('head.noDay0') : t('head.day0', { on: dateText(day0, language) })}
      </span>
    </div>
  )
}

function Ended({ ended }: Pick<Calendar, 'ended'>) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const textOf = useCoreText()
  if (ended === null) return null
  return (
    <Notice kind="info">
      {t('head.ended', { how: textOf(ended.how), on: timeText(ended.on, language) })}
    </Notice>
  )
}

/** From which of the site's entries windows and checklists come. */
function SiteSchedule({
  protocol,
  version,
}: {
  readonly protocol: Calendar['protocol']
  readonly version: number
}) {
  const { t } = useTranslation('visits')
  return (
    <Text size="sm" c="dimmed">
      {version === 0 ? t('schedule.none') : t('schedule.version', { version })}{' '}
      <LinkAnchor
        to="/protocols/$protocolId"
        params={{ protocolId: protocol }}
        hash="visits-and-doses"
        size="sm"
        underline="always"
      >
        {version === 0 ? t('schedule.enter') : t('schedule.open')}
      </LinkAnchor>
    </Text>
  )
}

function SafetyWindows({ windows }: { readonly windows: Calendar['safetyWindows'] }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const textOf = useCoreText()
  return (
    <>
      <Title order={3}>{t('safety.title')}</Title>
      <ul className={classes['windows']}>
        {windows.map(({ id, title, from, to }) => (
          <li key={id}>
            <span>{textOf(title)}</span>
            <span className={from === null ? classes['dim'] : ''}>
              {from === null || to === null
                ? t('safety.undated')
                : `${dateText(from, language)} – ${dateText(to, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

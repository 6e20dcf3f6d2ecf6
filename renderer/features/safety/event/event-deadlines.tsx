import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExpeditedClock } from '#shared/core/adverse-events/clock.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { Notice } from '../../../components/notice.tsx'
import { dateText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { ClockStatus } from '../clocks/clock-status.tsx'
import classes from './event-page.module.css'

interface EventDeadlinesProps {
  readonly listed: ListedEvent
  readonly expedited: ExpeditedClock | null
  readonly now: string
}

/** The site's deadlines as they run, and the sponsor's own, which no site can conclude. */
export function EventDeadlines({ listed, expedited, now }: EventDeadlinesProps) {
  const { t } = useTranslation('safety')
  const { clocks } = listed
  if (clocks.length === 0 && expedited === null) return null
  return (
    <section className={classes['deadlines']} aria-label={t('deadlines.title')}>
      <h3>{t('deadlines.title')}</h3>
      {clocks.map(clock => (
        <ClockStatus key={`${clock.kind} ${clock.dueAt}`} clock={clock} now={now} />
      ))}
      {clocks.some(({ state }) => state === 'no_start') && <NoStart listed={listed} />}
      {expedited !== null && <Expedited clock={expedited} />}
    </section>
  )
}

/** A clock that cannot run is worse than one that is late: the way to start it stands beside it. */
function NoStart({ listed: { event } }: Pick<EventDeadlinesProps, 'listed'>) {
  const { t } = useTranslation('safety')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  return (
    <Notice kind="bad" title={t('deadlines.noStart')}>
      {mayWrite && (
        <Button
          size="xs"
          variant="default"
          onClick={() => open({ open: 'fact', factId: event, correct: 'aware' })}
        >
          {t('deadlines.enterAware')}
        </Button>
      )}
    </Notice>
  )
}

function Expedited({ clock: { from, days, dueOn, followUpOn } }: { readonly clock: ExpeditedClock }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  if (from === null || dueOn === null)
    return <p className={classes['quiet']}>{t('deadlines.expeditedOpen', { days })}</p>
  const words = { days, from: timeText(from, language), due: dateText(dueOn, language) }
  return (
    <p className={classes['quiet']}>
      {t('deadlines.expedited', words)}{' '}
      {followUpOn !== null && t('deadlines.complete', { on: dateText(followUpOn, language) })}
    </p>
  )
}

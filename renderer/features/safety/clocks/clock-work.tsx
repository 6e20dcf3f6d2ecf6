import { Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunningClock } from '#shared/api/adverse-events.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import workClasses from '../../signatures/work/work.module.css'
import { ClockBasis, ClockMark } from './clock-status.tsx'
import classes from './clocks.module.css'

/** Deadlines of reports, over everybody, the most urgent first. */
export function ClockWork() {
  const { t } = useTranslation(['safetySite', 'common'])
  const { data, error, refetch } = useRead('adverseEvents', 'clocks', {})
  return (
    <section aria-labelledby="clock-work">
      <Title order={2} id="clock-work" mb={8}>
        {t('safetySite:work.title')}{' '}
        {data && <span className={workClasses['count']}>{data.clocks.length}</span>}
      </Title>
      {error && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {data?.clocks.length === 0 && <Text c="dimmed">{t('safetySite:work.nothing')}</Text>}
      {data && data.clocks.length > 0 && (
        <ul className={workClasses['lines']}>
          {data.clocks.map(clock => (
            <ClockLine key={`${clock.event} ${clock.kind}`} clock={clock} now={data.now} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ClockLine({ clock, now }: { readonly clock: RunningClock; readonly now: string }) {
  const { t } = useTranslation('safetySite')
  const { patientId, screeningNumber, term, protocol, event } = clock
  return (
    <li className={classes['line']}>
      <strong>{screeningNumber}</strong>
      <span className={classes['protocol']}>{protocol}</span>
      <span className={classes['what']}>
        {term}
        <ClockBasis clock={clock} now={now} />
      </span>
      <span>
        <ClockMark clock={clock} now={now} />
      </span>
      <LinkAnchor
        to="/candidates/$patientId/safety/$factId"
        params={{ patientId, factId: event }}
        size="sm"
        aria-label={t('work.openOf', { number: screeningNumber, term })}
      >
        {t('work.open')}
      </LinkAnchor>
    </li>
  )
}

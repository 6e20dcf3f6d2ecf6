import { VisuallyHidden } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunningClock } from '#shared/api/adverse-events.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { isPressing, minutesLeft, stateAt } from './clock-at.ts'
import { ClockMark } from './clock-status.tsx'
import classes from './clocks.module.css'
import { useClocks } from './use-clocks.ts'

/** A deadline within two days is in sight wherever one is. */
const IN_SIGHT_MINUTES = 48 * 60

/** On every screen the deadline that can still be kept and ends first, else what is latest; it names nobody. */
export function NextClock() {
  const { t } = useTranslation('safetySite')
  const { now, clocks } = useClocks()
  if (now === null) return null
  const inSight = clocks.filter(
    clock => isPressing(stateAt(clock, now)) || (minutesLeft(clock, now) ?? 0) <= IN_SIGHT_MINUTES,
  )
  const first = inSight.find(clock => !isLate(clock, now)) ?? inSight[0]
  if (first === undefined) return null
  const others = inSight.filter(clock => clock !== first && isPressing(stateAt(clock, now)))
  const areLate = others.some(clock => isLate(clock, now))
  return (
    <LinkAnchor to="/work" underline="never" className={classes['next'] ?? ''} title={t('next')}>
      <ClockMark clock={first} now={now} />
      {others.length > 0 && (
        <span className={classes['others']} data-late={areLate || undefined}>
          {areLate && <IconAlarm size={15} aria-hidden="true" />}+{others.length}{' '}
          <VisuallyHidden>{t('others', { count: others.length })}</VisuallyHidden>
        </span>
      )}
    </LinkAnchor>
  )
}

function isLate(clock: RunningClock, now: string): boolean {
  const state = stateAt(clock, now)
  return state === 'overdue' || state === 'no_start'
}

import {
  IconAlarm,
  IconCircleCheck,
  IconClock,
  IconClockCheck,
  IconClockExclamation,
  IconClockQuestion,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { Status, type StatusLook } from '../../../components/status.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { minutesLeft, stateAt } from './clock-at.ts'
import classes from './clocks.module.css'
import { durationText } from './duration-text.ts'
import { useLiveClock } from './use-clocks.ts'

const looks: Readonly<Record<Clock['state'], StatusLook>> = {
  no_start: { kind: 'bad', icon: IconClockQuestion },
  running: { kind: 'judge', icon: IconClock },
  due_soon: { kind: 'open', icon: IconClockExclamation },
  overdue: { kind: 'bad', icon: IconAlarm },
  met: { kind: 'good', icon: IconCircleCheck },
  met_late: { kind: 'over', icon: IconClockCheck },
}

interface ClockProps {
  readonly clock: Clock
  /** The engine's time when the clock was asked for; from there on it follows the engine by itself. */
  readonly now: string
}

/** One deadline as it runs: for whom, how long still, and what the count rests on. */
export function ClockStatus(props: ClockProps) {
  return (
    <span className={classes['clock']}>
      <ClockMark {...props} />
      <ClockBasis {...props} />
    </span>
  )
}

/** For whom and how long still, for dense lists. */
export function ClockMark({ clock: asked, now: answeredAt }: ClockProps) {
  const { t } = useTranslation('safetySite')
  const { clock, now } = useLiveClock(asked, answeredAt)
  const word = t('clock.of', { whom: t(`clock.kind.${clock.kind}`), how: howText(clock, now, t) })
  return <Status {...looks[stateAt(clock, now)]} word={word} />
}

function howText(clock: Clock, now: string, t: TFunction<'safetySite'>): string {
  const state = stateAt(clock, now)
  const left = minutesLeft(clock, now)
  if (left === null || state === 'no_start' || state === 'met' || state === 'met_late')
    return t(`clock.state.${state}`)
  return state === 'overdue'
    ? t('clock.overdueBy', { time: durationText(-left, t) })
    : t('clock.left', { time: durationText(left, t) })
}

/** What a clock is counted from and allowed, and what was added to it. */
export function ClockBasis({ clock: asked, now }: ClockProps) {
  const { t } = useTranslation('safetySite')
  const { clock } = useLiveClock(asked, now)
  const language = useLanguage()
  const { from, dueAt, metAt, hours, basis, lateReason, addedSeconds } = clock
  const parts = [
    metAt !== null && t('clock.metAt', { time: timeText(metAt, language) }),
    metAt === null && dueAt !== null && t('clock.dueAt', { time: timeText(dueAt, language) }),
    from === null
      ? t('clock.allowed', { time: durationText(hours * 60, t) })
      : t('clock.from', { allowed: durationText(hours * 60, t), time: timeText(from, language) }),
    basis === 'preset' && t('clock.preset'),
    addedSeconds > 0 && t('clock.added', { time: durationText(Math.ceil(addedSeconds / 60), t) }),
    lateReason !== null && t('clock.lateReason', { reason: lateReason }),
  ]
  return <span className={classes['basis']}>{parts.filter(part => part !== false).join(t('between'))}</span>
}

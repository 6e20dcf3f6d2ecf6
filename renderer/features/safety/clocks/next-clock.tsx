import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { isPressing, minutesLeft, stateAt } from './clock-at.ts'
import { ClockMark } from './clock-status.tsx'
import classes from './clocks.module.css'
import { useClocks } from './use-clocks.ts'

/** A deadline within two days is in sight wherever one is. */
const IN_SIGHT_MINUTES = 48 * 60

/** The deadline that ends first, on every screen; it names nobody. */
export function NextClock() {
  const { t } = useTranslation('safetySite')
  const { now, clocks } = useClocks()
  const [first] = clocks
  if (now === null || first === undefined) return null
  const left = minutesLeft(first, now)
  if (!isPressing(stateAt(first, now)) && left !== null && left > IN_SIGHT_MINUTES) return null
  const others = clocks.slice(1).filter(clock => isPressing(stateAt(clock, now))).length
  return (
    <LinkAnchor to="/work" underline="never" className={classes['next'] ?? ''} title={t('next')}>
      <ClockMark clock={first} now={now} />
      {others > 0 && (
        <span className={classes['others']}>
          +{others} <VisuallyHidden>{t('others', { count: others })}</VisuallyHidden>
        </span>
      )}
    </LinkAnchor>
  )
}

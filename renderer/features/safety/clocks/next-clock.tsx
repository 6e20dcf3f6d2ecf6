import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { isPressing, minutesLeft, stateAt } from './clock-at.ts'
import { ClockMark } from './clock-status.tsx'
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
  return (
    <LinkAnchor to="/work" underline="never" title={t('next')}>
      <ClockMark clock={first} now={now} />
    </LinkAnchor>
  )
}

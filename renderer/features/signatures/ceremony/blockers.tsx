import { useTranslation } from 'react-i18next'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import { type Blocker, blockerText } from '#shared/core/signatures/blocker.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Notice } from '../../../components/notice.tsx'
import type { Review } from '../types.ts'
import classes from './ceremony.module.css'
import { WayOn } from './way-on.tsx'

interface BlockersProps {
  readonly request: SignatureRequest
  readonly review: Review
}

/** What stands in the way of signing, each with the way to remove it. */
export function Blockers({ request, review }: BlockersProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  const { blockers } = review
  if (blockers.length === 0) return null
  return (
    <Notice kind="bad" title={t('blockers.title', { count: blockers.length })}>
      <ul className={classes['blockers']}>
        {blockers.map(blocker => (
          <li key={blocker.code} className={classes['blocker']}>
            {textOf(blockerText(named(blocker)))}
            <div className={classes['ways']}>
              <WayOn blocker={blocker} request={request} review={review} />
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The ids of readings say nothing to a reader: the ways to choose them name them by their question. */
function named(blocker: Blocker): Blocker {
  return blocker.code === 'readings_open' ? { ...blocker, about: [] } : blocker
}

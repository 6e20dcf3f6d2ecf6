import { useTranslation } from 'react-i18next'
import { disagreementsOf } from '#shared/core/adverse-events/disagreements.ts'
import type { WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import classes from './causality.module.css'
import type { Judgement } from './judgement-values.ts'
import { Sentences } from './unmet-list.tsx'

interface DisagreementListProps {
  readonly judgement: Judgement
  /** The categories that the site's form calls related; none where it does not say. */
  readonly related?: readonly WhoUmcCategory[]
}

/** Where a judgement and the aids beside it part, in words; shown, and never resolved by anybody but its author. */
export function DisagreementList({ judgement, related = [] }: DisagreementListProps) {
  const { t } = useTranslation('causality')
  const found = disagreementsOf(judgement, related)
  if (found.length === 0) return null
  return (
    <div className={classes['unmet']}>
      <strong>{t('disagreement.title')}</strong>{' '}
      <span className={classes['dim']}>{t('disagreement.hint')}</span>
      <Sentences sentences={found} />
    </div>
  )
}

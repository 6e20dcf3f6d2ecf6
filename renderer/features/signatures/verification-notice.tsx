import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import type { KeptSignature } from './types.ts'

/** What the check of the kept signature found, in plain words. */
export function VerificationNotice({ verification }: Pick<KeptSignature, 'verification'>) {
  const { t } = useTranslation('signatures')
  if (verification.holds)
    return (
      <Notice kind="good" title={t('verification.holds')}>
        {t('verification.holdsHint')}
      </Notice>
    )
  return (
    <Notice kind="bad" role="alert" title={t('verification.fails')}>
      <ul>
        {verification.problems.map(problem => (
          <li key={problem}>{t(`verification.problem.${problem}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

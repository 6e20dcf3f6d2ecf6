import { useTranslation } from 'react-i18next'
import classes from './ceremony.module.css'

const PARTS = ['end', 'meaning', 'loginName', 'password'] as const
export type MissingPart = (typeof PARTS)[number]

/** What is still missing before the signature, said as it gets less. */
export function MissingList({ missing }: { readonly missing: readonly MissingPart[] }) {
  const { t } = useTranslation('signatures')
  return (
    <p className={classes['missing']} role="status">
      {missing.length > 0 &&
        t('ceremony.missing', {
          what: missing.map(part => t(`ceremony.missingPart.${part}`)).join(t('ceremony.between')),
        })}
    </p>
  )
}

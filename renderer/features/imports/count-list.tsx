import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '#shared/api/imports.ts'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './imports.module.css'

const OUTCOMES = ['new', 'changed', 'same', 'refused', 'ignored'] as const

/** What became of the rows of an import; what did not occur is not said. */
export function CountList({ counts }: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const shown = OUTCOMES.filter(outcome => counts[outcome] > 0)
  return (
    <ul className={classes['counts']}>
      {shown.map(outcome => (
        <li key={outcome}>{t(`counted.${outcome}`, { rows: countText(counts[outcome], language) })}</li>
      ))}
    </ul>
  )
}

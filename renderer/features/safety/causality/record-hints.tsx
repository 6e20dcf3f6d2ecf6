import { useTranslation } from 'react-i18next'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import classes from './causality.module.css'

/** What the record tells about an item of an aid. It answers nothing. */
export function RecordHints({ hints = [] }: { readonly hints?: readonly LocalizedText[] | undefined }) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  if (hints.length === 0) return null
  return (
    <ul className={classes['record']} aria-label={t('aid.record')}>
      {hints.map(hint => (
        <li key={hint.en}>{textOf(hint)}</li>
      ))}
    </ul>
  )
}

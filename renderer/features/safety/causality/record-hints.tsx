import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import classes from './aids.module.css'

/** What the record tells about an item of an aid. It answers nothing. */
export function RecordHints({ hints = [] }: { readonly hints?: readonly LocalizedText[] | undefined }) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const label = useId()
  if (hints.length === 0) return null
  return (
    <div className={classes['record']}>
      <b id={label}>{t('aid.record')}</b>
      <ul aria-labelledby={label}>
        {hints.map(hint => (
          <li key={hint.en}>{textOf(hint)}</li>
        ))}
      </ul>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import { instantText } from '../../../i18n/format.ts'
import { sourceText, useSpeech } from '../../chart/fact-words.ts'
import classes from './record.module.css'

/** When an entry was made, by whom, from what, and which version it is. */
export function Entered({ fact }: { readonly fact: UsedFact }) {
  const { t } = useTranslation('signatures')
  const speech = useSpeech()
  return (
    <div className={classes['entered']}>
      {t('record.entered', {
        at: instantText(fact.enteredAt, speech.language),
        by: fact.author,
        source: sourceText(fact.source, speech),
        version: fact.version,
      })}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import { instantText } from '../../../i18n/format.ts'
import { differencesOf } from '../../chart/fact-differences.ts'
import { Differences } from '../../chart/fact-history.tsx'
import { useSpeech } from '../../chart/fact-words.ts'
import classes from './record.module.css'

/** What a corrected entry said before, each time with old, new and reason (Annex 11 s.8). */
export function Corrections({ fact }: { readonly fact: UsedFact }) {
  const { t } = useTranslation('signatures')
  const speech = useSpeech()
  const versions = [...fact.earlier.map(({ content }) => content), fact.content]
  return (
    <div className={classes['corrected']}>
      <span className={classes['correctedMark']}>{t('record.corrected')}</span>
      <ul className={classes['plain']}>
        {fact.earlier.map(({ version, enteredAt, author, content, reason }, index) => {
          const next = versions[index + 1]
          return (
            <li key={version}>
              {content && next && <Differences differences={differencesOf(content, next, speech)} />}
              <div className={classes['entered']}>
                {t('record.before', { at: instantText(enteredAt, speech.language), by: author, reason })}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

import type { Doubt } from '#shared/core/imports/row.ts'
import { doubtWords } from '#shared/core/imports/words.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { capital } from '../../chart/fact-words.ts'
import classes from './check.module.css'

/** Why values are asked about, and what they are held against. */
export function DoubtWords({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const textOf = useCoreText()
  const language = useLanguage()
  return (
    <ul className={classes['why']}>
      {doubts.map(({ code, against }) => (
        <li key={`${code} ${against}`}>
          {capital(textOf(doubtWords[code]))}
          {against !== '' && (
            <span className={classes['against']}>
              {language === 'en' ? ` (${against})` : `（${against}）`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

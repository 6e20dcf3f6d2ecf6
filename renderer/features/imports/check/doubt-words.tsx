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
  // A value or a limit, with the day as the rest of the screen prints days.
  const held = (against: string) => textOf({ en: against, 'zh-CN': against })
  return (
    <ul className={classes['why']}>
      {doubts.map(({ code, against }) => (
        <li key={`${code} ${against}`}>
          {capital(textOf(doubtWords[code]))}
          {against !== '' && (
            <span className={classes['against']}>
              {language === 'en' ? ` (${held(against)})` : `（${held(against)}）`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

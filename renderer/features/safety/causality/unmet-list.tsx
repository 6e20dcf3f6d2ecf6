import { useTranslation } from 'react-i18next'
import type { WhoUmcAnswers, WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import { unmetBy } from '#shared/core/adverse-events/who-umc-fit.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { capital } from '../../chart/fact-words.ts'
import classes from './causality.module.css'

interface UnmetListProps {
  readonly category: WhoUmcCategory
  readonly answers: WhoUmcAnswers
}

/** Where the answers and the chosen category part: said, and never put right by the software. */
export function UnmetList({ category, answers }: UnmetListProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const unmet = unmetBy(category, answers)
  const name = capital(textOf(valueName(category)))
  if (unmet.length === 0) return <p className={classes['meets']}>{t('whoUmc.meets', { category: name })}</p>
  return (
    <div className={classes['unmet']}>
      <strong>{t('whoUmc.unmet', { category: name })}</strong>
      <Sentences sentences={unmet} />
    </div>
  )
}

/** Sentences of the core, one to a line. */
export function Sentences({ sentences }: { readonly sentences: readonly LocalizedText[] }) {
  const textOf = useCoreText()
  return (
    <ul>
      {sentences.map(sentence => (
        <li key={sentence.en}>{textOf(sentence)}</li>
      ))}
    </ul>
  )
}

import { useTranslation } from 'react-i18next'
import type { Evidence } from '#shared/core/eligibility/verdict.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { timeText } from '../../../i18n/format.ts'
import { factLine, rangeText, useSpeech, whenText } from '../../chart/fact-words.ts'
import { Corrections } from './corrections.tsx'
import { Entered } from './entered.tsx'
import classes from './record.module.css'

/** A fact by its id; with the words that a criterion used for it, where one did. */
type Reference = Pick<Evidence, 'fact'> & Partial<Pick<Evidence, 'text' | 'date'>>

interface UsedFactsProps {
  readonly evidence: readonly Reference[]
  /** What holds the entries. */
  readonly subject: { readonly facts: readonly UsedFact[] }
}

/** Entries that the decision rests on: what each says and of when, when it was entered, by whom and from what. */
export function UsedFacts({ evidence, subject }: UsedFactsProps) {
  return (
    <ul className={classes['plain']}>
      {evidence.map(reference => {
        const fact = subject.facts.find(({ id }) => id === reference.fact)
        return (
          <li key={reference.fact}>
            <FactWords reference={reference} fact={fact} />
            {fact && <Entered fact={fact} />}
            {fact && fact.earlier.length > 0 && <Corrections fact={fact} />}
          </li>
        )
      })}
    </ul>
  )
}

const DAY = /\d{4}-\d{2}(?:-\d{2})?/g

function FactWords({
  reference,
  fact,
}: {
  readonly reference: Reference
  readonly fact: UsedFact | undefined
}) {
  const speech = useSpeech()
  const textOf = useCoreText()
  const line = fact && factLine(fact.content, speech)
  const when = fact
    ? whenText(fact.content, speech)
    : reference.date?.replace(DAY, day => timeText(day, speech.language))
  const words = reference.text ? textOf(reference.text) : line && [line.title, ...line.details].join(' · ')
  return (
    <>
      <span>{words}</span> <span className={classes['when']}>{when}</span> {fact && <Printed fact={fact} />}
    </>
  )
}

/** The reference range as printed on the report. */
function Printed({ fact: { content } }: { readonly fact: UsedFact }) {
  const { t } = useTranslation('signatures')
  const range = content.kind === 'laboratory' ? rangeText(content.range) : ''
  return range === '' ? null : <span className={classes['dim']}>{t('record.range', { range })}</span>
}

import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { differencesOf } from '../chart/fact-differences.ts'
import { factLine, sourceText, useSpeech, whenText } from '../chart/fact-words.ts'
import { useWordsOf } from './entry-words.ts'
import classes from './trail.module.css'
import type { Entry } from './use-trail.ts'

/** Old and new in words: of a fact as the chart says it, of anything else by name. */
export function EntryValues({ entry }: { readonly entry: Entry }) {
  const before = Statement.safeParse(entry.oldValue).data
  const after = Statement.safeParse(entry.newValue).data
  if (before ?? after) return <FactValues before={before} after={after} />
  return <OtherValues entry={entry} />
}

/** How a fact stands in the trail. */
const Statement = z.object({ content: FactContent, source: FactSource })
type Statement = z.infer<typeof Statement>

interface FactValuesProps {
  readonly before: Statement | undefined
  readonly after: Statement | undefined
}

function FactValues({ before, after }: FactValuesProps) {
  const { t } = useTranslation('trail')
  const speech = useSpeech()
  const named = after ?? before
  if (named === undefined) return null
  const { title, details } = factLine(named.content, speech)
  const line = [title, ...details, whenText(named.content, speech)].join(' · ')
  if (!after) return <del className={classes['value']}>{line}</del>
  if (!before)
    return (
      <span className={classes['value']}>
        {line} <span className={classes['quiet']}>({sourceText(named.source, speech)})</span>
      </span>
    )
  const changed = differencesOf(before.content, after.content, speech)
  const sources = [before.source, after.source].map(source => sourceText(source, speech))
  const isOtherSource = sources[0] !== sources[1]
  return (
    <>
      <span className={classes['value']}>{line}</span>
      {changed.map(({ name, before: was, after: now }) => (
        <Changed key={name} name={name} was={was} now={now} />
      ))}
      {isOtherSource && <Changed name={t('source')} was={sources[0] ?? ''} now={sources[1] ?? ''} />}
    </>
  )
}

function OtherValues({ entry }: { readonly entry: Entry }) {
  const linesOf = useWordsOf()
  return linesOf(entry).map(({ name, was, now }) => <Changed key={name} {...{ name, was, now }} />)
}

interface ChangedProps {
  readonly name: string
  /** Undefined where there was nothing to change. */
  readonly was?: string | undefined
  readonly now?: string | undefined
}

function Changed({ name, was, now }: ChangedProps) {
  const { t } = useTranslation('trail')
  return (
    <span className={classes['change']}>
      <span className={classes['quiet']}>{name}</span>
      {was !== undefined && <del>{was}</del>}
      {was !== undefined && now !== undefined && <IconArrowRight size={13} aria-label={t('becomes')} />}
      {now !== undefined && <ins>{now}</ins>}
    </span>
  )
}

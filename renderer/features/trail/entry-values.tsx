import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { Invalidation } from '#shared/core/signatures/change.ts'
import { useRead } from '../../api/hooks.ts'
import { differencesOf } from '../chart/fact-differences.ts'
import { factLine, sourceText, useSpeech, whenText } from '../chart/fact-words.ts'
import { readingsIn } from '../protocols/protocol-details.ts'
import { Changes } from '../signatures/changes.tsx'
import { useWordsOf } from './entry-words.ts'
import classes from './trail.module.css'
import type { Entry } from './use-trail.ts'

/** Old and new in words: of a fact as the chart says it, of anything else by name. */
export function EntryValues({ entry }: { readonly entry: Entry }) {
  const before = Statement.safeParse(entry.oldValue).data
  const after = Statement.safeParse(entry.newValue).data
  if (before ?? after) return <FactValues before={before} after={after} />
  if (entry.action === 'protocol.choose_readings') return <ReadingValues entry={entry} />
  if (entry.action === 'signature.not_current') return <BasisValues entry={entry} />
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

/** The readings that were chosen otherwise, by their question and answer. */
function ReadingValues({ entry }: { readonly entry: Entry }) {
  const { language } = useSpeech()
  const { data: details } = useRead('protocols', 'get', { id: ProtocolId.parse(entry.subject.id) })
  const readings = details ? readingsIn(details) : []
  const before = ChosenReadings.safeParse(entry.oldValue).data ?? {}
  const after = ChosenReadings.safeParse(entry.newValue).data ?? {}
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids
    .filter(id => before[id] !== after[id])
    .map(id => {
      const reading = readings.find(one => one.id === id)
      const labelOf = (choice: string | undefined) =>
        reading?.alternatives.find(one => one.id === choice)?.label[language] ?? choice
      return (
        <Changed
          key={id}
          name={reading?.question[language] ?? id}
          was={labelOf(before[id])}
          now={labelOf(after[id])}
        />
      )
    })
}

/** Why a signature no longer covers current data. */
function BasisValues({ entry }: { readonly entry: Entry }) {
  const why = Invalidation.safeParse(entry.newValue).data
  const isOfProtocol = entry.subject.kind === 'protocol'
  if (why === undefined) return <OtherValues entry={entry} />
  return <Changes why={why} protocolId={isOfProtocol ? ProtocolId.parse(entry.subject.id) : null} />
}

function OtherValues({ entry }: { readonly entry: Entry }) {
  const linesOf = useWordsOf()
  return (
    <span className={classes['lines']}>
      {linesOf(entry).map(({ name, was, now }) => (
        <Changed key={name} {...{ name, was, now }} />
      ))}
    </span>
  )
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

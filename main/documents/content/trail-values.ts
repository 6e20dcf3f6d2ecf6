import { z } from 'zod'
import type { TrailExtract } from '#shared/core/documents/payload.ts'
import { describeFact } from '#shared/core/eligibility/describe.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { outcomeNames } from '#shared/core/names.ts'
import { Role } from '#shared/core/person.ts'
import { type BasisChange, Invalidation } from '#shared/core/signatures/change.ts'
import { Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { trailFieldNames, trailValueNames } from '#shared/core/trail-names.ts'
import { roleNames } from '../words/common.ts'
import { verdictNames } from '../words/eligibility-words.ts'
import { documentNames, trailWords as words } from '../words/other-words.ts'
import { printedBeside, sourceText, whenText } from './fact-text.ts'
import { instantText } from './times.ts'

type Value = TrailExtract['entries'][number]['oldValue']

/** How a fact stands in the trail. */
const Statement = z.object({ content: FactContent, source: FactSource })

/** One side of an entry in words: a fact as the chart says it, anything else by name; null where there is nothing. */
export function valueWords(value: Value): LocalizedText | null {
  if (value === null) return null
  const statement = Statement.safeParse(value).data
  if (statement) return factWords(statement)
  const why = Invalidation.safeParse(value).data
  return why ? invalidationWords(why) : plainWords('value', value)
}

function factWords({ content, source }: z.infer<typeof Statement>): LocalizedText {
  const beside = printedBeside(content)
  const parts = [describeFact(content), whenText(content), ...(beside ? [beside] : []), sourceText(source)]
  return joined(parts, '; ', '；')
}

/** What a signature rested on and what is so now. */
function invalidationWords({ verdict, changes }: Invalidation): LocalizedText {
  const flipped = verdict
    ? [named(words.verdict, became(verdictNames[verdict.was], verdictNames[verdict.now]))]
    : []
  return joined([...flipped, ...changes.map(changeWords)], '; ', '；')
}

function changeWords(change: BasisChange): LocalizedText {
  switch (change.item) {
    case 'fact':
      return factChangeWords(change)
    case 'outcome':
      return named(verbatim(change.label), became(outcomeNames[change.was], outcomeNames[change.now]))
    case 'candidate':
      return named(
        fieldName(change.field),
        became(plainWords(change.field, change.was), plainWords(change.field, change.now)),
      )
    case 'reading':
      return named(
        verbatim(change.reading),
        became(plainWords('reading', change.was), plainWords('reading', change.now)),
      )
    case 'criteria':
    case 'protocol':
      return named(
        fieldName(change.item),
        became(plainWords(change.item, change.was), plainWords(change.item, change.now)),
      )
  }
}

function factChangeWords({ was, now }: Extract<BasisChange, { item: 'fact' }>): LocalizedText {
  if (was !== null && now !== null) return became(contentWords(was), contentWords(now))
  if (was !== null) return named(words.gone, contentWords(was))
  return now === null ? NOTHING : named(words.late, contentWords(now))
}

function contentWords(content: FactContent): LocalizedText {
  return joined([describeFact(content), whenText(content)], ', ', '，')
}

const NOTHING = verbatim('–')

/** Names and codes in words where they have some, else as they are kept. */
function plainWords(name: string, value: Value): LocalizedText {
  if (value === null) return NOTHING
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value))
    return joined(
      value.map(one => plainWords(name, one)),
      ', ',
      '、',
    )
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, inner]) => inner !== null)
    return joined(
      parts.map(([key, inner]) => named(fieldName(key), plainWords(key, inner))),
      '; ',
      '；',
    )
  }
  return typeof value === 'string' ? textWords(name, value) : verbatim(String(value))
}

function textWords(name: string, value: string): LocalizedText {
  const role = name === 'role' ? Role.safeParse(value).data : undefined
  if (role) return roleNames[role]
  const meaning = name === 'meaning' ? Meaning.safeParse(value).data : undefined
  if (meaning) return meanings[meaning].name
  const kind = name === 'kind' ? documentNames[value] : undefined
  if (kind) return kind
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return verbatim(instantText(value))
  return trailValueNames[value] ?? verbatim(value)
}

function fieldName(name: string): LocalizedText {
  return trailFieldNames[name] ?? verbatim(name)
}

function named(name: LocalizedText, value: LocalizedText): LocalizedText {
  return { en: `${name.en}: ${value.en}`, 'zh-CN': `${name['zh-CN']}：${value['zh-CN']}` }
}

function became(was: LocalizedText, now: LocalizedText): LocalizedText {
  return { en: `${was.en} → ${now.en}`, 'zh-CN': `${was['zh-CN']} → ${now['zh-CN']}` }
}

function joined(parts: readonly LocalizedText[], en: string, zh: string): LocalizedText {
  return {
    en: parts.map(part => part.en).join(en),
    'zh-CN': parts.map(part => part['zh-CN']).join(zh),
  }
}

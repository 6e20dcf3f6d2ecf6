import { analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { boundsOf, type EventTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { factNames } from '#shared/core/names.ts'
import { FACT_GROUPS, type FactGroup, factGroups, placeOfKind } from './fact-groups.ts'
import { factLine, type Speech, sourceText, whenText } from './fact-words.ts'

const groupOfKind = new Map(
  FACT_GROUPS.flatMap(group => factGroups[group].map(kind => [kind, group] as const)),
)

/** Facts by group; inside it by kind in clinical order, then the latest first. Groups without facts are absent. */
export function groupFacts(facts: readonly Fact[]): ReadonlyMap<FactGroup, readonly Fact[]> {
  const sorted = facts
    .map(fact => ({ fact, place: placeOf(fact.content), time: timeOf(fact.content) }))
    .sort((a, b) => a.place - b.place || b.time - a.time)
    .map(({ fact }) => fact)
  return Map.groupBy(sorted, ({ content }) => groupOfKind.get(content.kind) ?? 'notKnown')
}

function placeOf(content: FactContent): number {
  return 'about' in content ? placeOfKind(content.about) : placeOfKind(content.kind)
}

function timeOf(content: FactContent): number {
  const { on, from, to } = content as { on?: EventTime; from?: EventTime; to?: EventTime | 'ongoing' }
  const time = on ?? from ?? (to === 'ongoing' ? undefined : to)
  return time === undefined ? Number.NEGATIVE_INFINITY : boundsOf(time).latest
}

/** Whether every word of a filter stands somewhere in the line of a fact, or in its kind's name in either language. */
export function matchesFilter(fact: Fact, filter: string, speech: Speech): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = searchText(fact, speech)
  return words.every(word => text.includes(word))
}

function searchText({ content, source }: Fact, speech: Speech): string {
  const { title, details } = factLine(content, speech)
  const names = Object.values(factNames['about' in content ? content.about : content.kind])
  const analyte = content.kind === 'laboratory' ? analyteOfLoinc(content.loinc) : undefined
  const tests = analyte ? Object.values(analytes[analyte].name) : []
  const parts = [title, ...details, ...names, ...tests, whenText(content, speech), sourceText(source, speech)]
  return parts.join(' ').toLowerCase()
}

import { boundsOf, dateOf, type EventTime } from '#shared/core/civil-date.ts'
import { Candidate, type Chart } from '#shared/core/facts/candidate.ts'
import { type EpisodeKind, EpisodeKind as Episodes, type FactContentOf } from '#shared/core/facts/content.ts'
import { Fact } from '#shared/core/facts/fact.ts'
import { attributesOf, valuesOf } from './chart-arbitraries.ts'
import type { Case } from './criterion-arbitraries.ts'

type Fields = Readonly<Record<string, unknown>>

/** Every case that differs from a case in one unknown that has been given a value consistent with the rest. */
export function refinementsOf(given: Case): Case[] {
  return [...readingRefinements(given), ...chartRefinements(given).map(chart => ({ ...given, chart }))]
}

function readingRefinements(given: Case): Case[] {
  return given.readings
    .filter(({ id }) => given.chosen[id] === undefined)
    .flatMap(({ id, alternatives }) =>
      alternatives.map(alternative => ({ ...given, chosen: { ...given.chosen, [id]: alternative.id } })),
    )
}

function chartRefinements(given: Case): Chart[] {
  const { chart } = given
  const persons = personRefinements(chart.candidate).map(candidate => ({ ...chart, candidate }))
  const facts = chart.facts.flatMap((fact, index) =>
    contentRefinements(fact, given).flatMap(content => {
      const parsed = Fact.safeParse({ ...fact, content })
      return parsed.success ? [{ ...chart, facts: chart.facts.with(index, parsed.data) }] : []
    }),
  )
  return [...persons, ...facts]
}

function personRefinements(candidate: Candidate): Candidate[] {
  const { birthDate, sex } = candidate
  const births = birthDate === undefined ? ['1966-03-14', '2007-02-01', '1990'] : daysWithin(birthDate)
  const sexes = sex === 'unknown' ? ['female', 'male'] : []
  return [
    ...births.map(birth => Candidate.parse({ ...candidate, birthDate: birth })),
    ...sexes.map(known => Candidate.parse({ ...candidate, sex: known })),
  ]
}

function contentRefinements(fact: Fact, given: Case): Fields[] {
  const { content } = fact
  if (content.kind === 'not_known')
    return contradicts(given, content.about) ? [] : valuesFor(content, given.chart)
  if (content.kind === 'negative_finding') return timeRefinements(content)
  const times = timeRefinements(content)
  if (content.kind === 'laboratory') return [...times, ...resultRefinements(content)]
  return [...times, ...endRefinements(content), ...attributeRefinements(content)]
}

/** Of a state that a patient has once at a time, a charted one leaves no room for another. */
function contradicts({ criterion, chart }: Case, about: string): boolean {
  const single = JSON.stringify(criterion.condition).includes('"onlyOne"')
  return single && chart.facts.some(({ content }) => content.kind === about)
}

/** First, middle and last day of a time that is known to the month or year; two times of a day that is known. */
function daysWithin(time: string): string[] {
  if (time.length > 10) return []
  if (time.length === 10) return []
  const { earliest, latest } = boundsOf(time as EventTime)
  return [earliest, Math.floor((earliest + latest) / 2), latest].map(dateOf)
}

function timeRefinements(content: Fields): Fields[] {
  return ['on', 'from', 'to'].flatMap(field => {
    const time = content[field]
    if (typeof time !== 'string' || time === 'ongoing') return []
    const hours =
      time.length === 10 && field === 'on' ? [`${time}T07:00:00+08:00`, `${time}T21:00:00+08:00`] : []
    return [...daysWithin(time), ...hours].map(value => ({ ...content, [field]: value }))
  })
}

function endRefinements(content: Fields): Fields[] {
  if (!isEpisode(content['kind'])) return []
  if (content['on'] !== undefined) return []
  const end = content['to'] === undefined ? ['ongoing', '2026-11-20', '2025-06-30', content['from']] : []
  const start =
    content['from'] === undefined ? ['1990', '2019-03-31', '2026-10', '2026-11-20', content['to']] : []
  return [
    ...end.flatMap(to => (to === undefined ? [] : [{ ...content, to }])),
    ...start.flatMap(from => (from === undefined || from === 'ongoing' ? [] : [{ ...content, from }])),
  ]
}

const isEpisode = (kind: unknown): kind is EpisodeKind => Episodes.options.some(known => known === kind)

function attributeRefinements(content: Fields & { kind: Parameters<typeof attributesOf>[0] }): Fields[] {
  return attributesOf(content.kind)
    .filter(({ name }) => content[name] === undefined)
    .flatMap(({ name }) => valuesOf(content.kind, name).map(value => ({ ...content, [name]: value })))
}

function resultRefinements(content: FactContentOf<'laboratory'>): Fields[] {
  const { comparator, control, range, value, ...rest } = content
  const reference = { ...(control !== undefined && { control }), ...(range && { range }) }
  const exact = comparator === undefined ? [] : exactValues(comparator, Number(value))
  return [
    ...exact.map(number => ({ ...rest, ...reference, value: String(number) })),
    ...(control === 'not_printed'
      ? ['10.0', '13.1', '40'].map(known => ({ ...content, control: known }))
      : []),
    ...(range?.high === undefined
      ? ['10.0', '14.5', '40'].map(high => ({ ...content, range: { ...range, high } }))
      : []),
  ]
}

function exactValues(comparator: string, value: number): number[] {
  if (comparator === '<') return value === 0 ? [] : [0, value / 2]
  if (comparator === '<=') return [0, value / 2, value]
  return comparator === '>' ? [value + 0.1, value * 2 + 1] : [value, value + 0.1, value * 2 + 1]
}

/** What could have been answered on the day of asking: an event that no negative finding rules out, a record, none. */
function valuesFor({ about, analyte, on, state }: FactContentOf<'not_known'>, chart: Chart): Fields[] {
  if (state === 'not_applicable') return []
  if (about === 'laboratory') return analyte ? resultsOf(chart, analyte, on) : []
  const attributes = combinations(about)
  if (!isEpisode(about)) return attributes.map(values => ({ kind: about, on, ...values }))
  if (['albumin_infusion', 'paracentesis', 'tips', 'pregnancy_test'].includes(about)) {
    return isDenied(chart, about, on) ? [] : attributes.map(values => ({ kind: about, on, ...values }))
  }
  const denied = chart.facts.some(
    ({ content }) => content.kind === 'negative_finding' && content.about === about,
  )
  const spans = denied
    ? [{ from: on, to: on }]
    : [
        { from: on, to: on },
        { from: '2001', to: 'ongoing' },
      ]
  return isDenied(chart, about, on)
    ? []
    : spans.flatMap(span => attributes.map(values => ({ kind: about, ...span, ...values })))
}

function isDenied(chart: Chart, about: EpisodeKind, on: string): boolean {
  return chart.facts.some(({ content }) => {
    if (content.kind !== 'negative_finding' || content.about !== about) return false
    const { from, to } = content
    return (
      boundsOf(to).latest >= boundsOf(on as EventTime).earliest &&
      (from === undefined || from.slice(0, 4) <= on)
    )
  })
}

/** The attribute values of a kind, each value at least once. */
function combinations(kind: Parameters<typeof attributesOf>[0]): Fields[] {
  const attributes = attributesOf(kind).map(({ name }) => [name, valuesOf(kind, name)] as const)
  const most = Math.max(1, ...attributes.map(([, values]) => values.length))
  return Array.from({ length: most }, (_, turn) =>
    Object.fromEntries(
      attributes.flatMap(([name, values]) =>
        values.length === 0 ? [] : [[name, values[turn % values.length]]],
      ),
    ),
  )
}

function resultsOf(chart: Chart, analyte: string, on: string): Fields[] {
  const codes: Record<string, [string, string]> = {
    prothrombin_time: ['5902-2', 's'],
    hbv_dna: ['42595-9', '[IU]/mL'],
    albumin: ['1751-7', 'g/L'],
    platelets: ['777-3', '10*9/L'],
    bilirubin_total: ['14631-6', 'umol/L'],
    inr: ['6301-6', '{INR}'],
    prothrombin_activity: ['5894-1', '%'],
  }
  const code = codes[analyte]
  if (code === undefined) throw new Error(`no code for ${analyte} in ${chart.candidate.screeningNumber}`)
  const [loinc, unit] = code
  return ['0', '1', '25', '500'].map(value => ({
    kind: 'laboratory',
    on,
    loinc,
    unit,
    value,
    control: '12',
    range: { high: '14' },
  }))
}

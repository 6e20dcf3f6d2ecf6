import { CivilDate } from '#shared/core/civil-date.ts'
import { type IndexedChart, indexChart } from '#shared/core/eligibility/index.ts'
import { Candidate, Chart } from '#shared/core/facts/candidate.ts'
import type { EpisodeKind, FactContent, FactKind } from '#shared/core/facts/content.ts'
import { Fact } from '#shared/core/facts/fact.ts'

/** The day of the last entry of every chart made here; later days are projections. */
export const LAST_ENTRY = '2026-11-22'

type Unbranded<T> = T extends string
  ? T extends object
    ? string
    : T
  : T extends object
    ? { [K in keyof T]: Unbranded<T[K]> }
    : T
type Plain<T> = T extends { kind: infer K } ? { kind: K } & Unbranded<Omit<T, 'kind'>> : never

/** A fact's content as a test writes it: dates and numbers as plain text, checked when the chart is made. */
export type Content = Plain<FactContent>

/** A chart in the making; every step gives a new one. */
export interface ChartBuilder {
  /** Changes what is known of the person; a field set to undefined is dropped. */
  person(changes: Readonly<Record<string, unknown>>): ChartBuilder
  /** Adds facts charted on the last day of entry. */
  with(...contents: readonly Content[]): ChartBuilder
  /** Adds facts charted on an earlier day. */
  chartedOn(day: string, ...contents: readonly Content[]): ChartBuilder
  /** Drops everything about a subject, negative findings and "not known" included. */
  without(...subjects: readonly FactKind[]): ChartBuilder
  /** Replaces everything about a subject. */
  about(subject: FactKind, ...contents: readonly Content[]): ChartBuilder
  /** The chart, checked by its schema. */
  build(): Chart
  index(): IndexedChart
}

/** One fact that has passed its schema. */
export function factOf(id: string, content: unknown, day: string = LAST_ENTRY): Fact {
  // The last instant that bears this date anywhere: no time of the day lies after its entry.
  const enteredAt = day.length > 10 ? day : `${day}T23:59:59-12:00`
  return Fact.parse({ id, enteredAt, author: 'Zhou', source: { kind: 'typed' }, content })
}

/** "None from `from` to `to`, by the patient and the record"; without `from` for the whole life. */
export function noneOf(
  about: EpisodeKind,
  to: string = LAST_ENTRY,
  from?: string,
  types?: string[],
): Content {
  const span = { ...(from !== undefined && { from }), ...(types !== undefined && { types }) }
  return { kind: 'negative_finding', about, to, ...span, askedOf: ['patient', 'record'] }
}

/** "Asked, not to be had", or a question that does not arise. */
export function notKnown(
  about: FactKind,
  state: 'unknown' | 'not_applicable',
  on: string = LAST_ENTRY,
): Content {
  return { kind: 'not_known', about, on, state, ground: 'said by the relatives' }
}

/** A prothrombin time with the control of its run. */
export function prothrombinTime(value: string, control: string | undefined, on = '2026-11-20'): Content {
  const reference = { control: control ?? 'not_printed' }
  return { kind: 'laboratory', on, loinc: '5902-2', value, unit: 's', ...reference }
}

/** Nobody about whom anything is charted. */
export function emptyChart(): ChartBuilder {
  return builder(person, [])
}

/** A candidate for whom every criterion of NCT05106972 is satisfied on the last day of entry, under every reading. */
export function eligibleChart(): ChartBuilder {
  return emptyChart().with(...disease, ...decisions, ...results, ...absences.map(about => noneOf(about)))
}

const person = { screeningNumber: 'S-001', initials: 'WXM', sex: 'female', birthDate: '1980-05-20' }

const disease: readonly Content[] = [
  { kind: 'hepatitis_b', from: '2005-03-10', to: 'ongoing' },
  { kind: 'cirrhosis', from: '2012-06-01', to: 'ongoing' },
  { kind: 'decompensation', from: '2015-09-15', to: 'ongoing', manifestation: 'ascites' },
  {
    kind: 'conservative_treatment',
    from: '2026-01-05',
    to: '2026-11-20',
    symptoms: 'not_relieved',
    qualityOfLife: 'not_improved',
  },
]

const decisions: readonly Content[] = [
  { kind: 'transplant_assessment', on: '2026-11-20', suitability: 'unsuitable', donorLiver: 'none' },
  { kind: 'consent', on: '2026-11-21', protocol: 'NCT05106972', version: '1.0', status: 'signed' },
  {
    kind: 'judgement',
    on: '2026-11-21',
    protocol: 'NCT05106972',
    question: 'inappropriate-to-participate',
    answer: 'no',
    ground: 'stable, adherent',
    judgedBy: 'Dr Li',
  },
]

const results: readonly Content[] = [
  {
    kind: 'laboratory',
    on: '2026-11-20T08:00:00+08:00',
    loinc: '5902-2',
    value: '14.0',
    unit: 's',
    control: '12.5',
    range: { low: '10.5', high: '14.5' },
  },
  { kind: 'laboratory', on: '2026-11-20', loinc: '42595-9', value: '0', unit: '[IU]/mL' },
  { kind: 'pregnancy_test', on: '2026-11-20', result: 'negative' },
]

/** What must not have been, for this protocol. */
const absences = [
  'serious_bleeding_tendency',
  'active_bleeding',
  'hepatic_encephalopathy',
  'other_cause_of_cirrhosis',
  'liver_malignancy',
  'family_liver_malignancy',
  'hypersplenism',
  'other_tumour',
  'albumin_infusion',
  'upper_gi_bleeding',
  'spontaneous_peritonitis',
  'infection',
  'lactation',
] as const satisfies readonly EpisodeKind[]

interface Entry {
  readonly content: Content
  readonly day: string
}

function builder(candidate: Readonly<Record<string, unknown>>, entries: readonly Entry[]): ChartBuilder {
  const add = (day: string, contents: readonly Content[]) =>
    builder(candidate, [...entries, ...contents.map(content => ({ content, day }))])
  const drop = (subjects: readonly FactKind[]) =>
    builder(
      candidate,
      entries.filter(({ content }) => !subjects.includes(subjectOf(content))),
    )
  const build = () =>
    Chart.parse({
      candidate: Candidate.parse(candidate),
      facts: entries.map(({ content, day }, index) => factOf(`${content.kind}-${index}`, content, day)),
    })
  return {
    person: changes => builder({ ...candidate, ...changes }, entries),
    with: (...contents) => add(LAST_ENTRY, contents),
    chartedOn: (day, ...contents) => add(day, contents),
    without: (...subjects) => drop(subjects),
    about: (subject, ...contents) => drop([subject]).with(...contents),
    build,
    index: () => indexChart(build(), CivilDate.parse(LAST_ENTRY)),
  }
}

/** What a content is about: its kind, or the subject that it denies or does not know. */
export function subjectOf(content: Content | FactContent): FactKind {
  return content.kind === 'negative_finding' || content.kind === 'not_known' ? content.about : content.kind
}

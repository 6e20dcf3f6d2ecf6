import { isSerious } from '../adverse-events/seriousness.ts'
import { dayOf, type EventTime, localDateOf } from '../civil-date.ts'
import type { FactContent, FactContentOf } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { factNames, valueName } from '../names.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import { hasDay, placeOf } from './axis.ts'
import type { Mark } from './series.ts'
import type { TrendSource } from './source.ts'

/** What a fact is drawn as. */
interface Drawn {
  readonly kind: Mark['kind']
  readonly label: LocalizedText
}

/** The events of a patient, oldest first, and how many have no day. */
export function marksOf({ facts, trial }: Pick<TrendSource, 'facts' | 'trial'>): {
  marks: Mark[]
  undated: number
} {
  const marks: Mark[] = []
  let undated = 0
  for (const fact of facts) {
    const drawn = drawnAs(fact.content, trial?.protocol)
    if (drawn === undefined) continue
    const mark = markOf(fact, drawn)
    if (mark === undefined) undated += 1
    else marks.push(mark)
  }
  return { marks: marks.sort((a, b) => a.at - b.at), undated }
}

/** A medicine that stopped on a known day and began on none is marked where it stopped. */
function markOf(fact: Fact, { kind, label }: Drawn): Mark | undefined {
  const { from, to } = spanOf(fact.content)
  const ended = to === undefined || to === 'ongoing' || !hasDay(to) ? null : to
  if (from === undefined || !hasDay(from)) {
    if (ended === null || from !== undefined) return undefined
    const stopped = joined(label, text('until', '止'))
    return { kind, fact: fact.id, from: ended, at: placeOf(ended), to: null, until: null, label: stopped }
  }
  // What is ongoing was so on the day that it was charted; the line ends there.
  const until = to === 'ongoing' ? dayOf(localDateOf(fact.enteredAt)) : ended && placeOf(ended)
  return { kind, fact: fact.id, from, at: placeOf(from), to: ended, until, label }
}

interface Span {
  readonly from: EventTime | undefined
  readonly to: EventTime | 'ongoing' | undefined
}

function spanOf(content: FactContent): Span {
  const { on, from, to } = { on: undefined, from: undefined, to: undefined, ...content } as Span & {
    readonly on: EventTime | undefined
  }
  return { from: on ?? from, to }
}

type Drawers = { readonly [K in FactContent['kind']]?: (content: FactContentOf<K>) => Drawn | undefined }

const drawers: Drawers = {
  dose: ({ number }) => ({ kind: 'dose', label: text(`dose ${number}`, `第${number}次给药`) }),
  albumin_infusion: ({ kind, grams }) => ({ kind, label: withAmount(factNames[kind], grams, 'g') }),
  paracentesis: ({ kind, litres }) => ({ kind, label: withAmount(factNames[kind], litres, 'L') }),
  transfusion: ({ kind, component, units }) => ({
    kind,
    label: withAmount(joined(factNames[kind], valueName(component)), units, 'U'),
  }),
  concomitant_medication: ({ atc, name, dose }) =>
    atc?.startsWith(DIURETICS) === true
      ? { kind: 'diuretic', label: withAmount(verbatim(name), dose, '') }
      : undefined,
  antiviral_treatment: ({ name }) => ({ kind: 'antiviral', label: verbatim(name) }),
  tips: ({ kind }) => ({ kind, label: factNames[kind] }),
  liver_transplant: ({ kind }) => ({ kind, label: factNames[kind] }),
  death: ({ kind }) => ({ kind, label: factNames[kind] }),
  adverse_event: event => ({ kind: event.kind, label: eventLabel(event) }),
  upper_gi_bleeding: ({ kind }) => ({ kind: 'decompensation', label: factNames[kind] }),
  spontaneous_peritonitis: ({ kind }) => ({ kind: 'decompensation', label: factNames[kind] }),
  hepatic_encephalopathy: ({ kind, westHaven }) => ({
    kind: 'decompensation',
    label: joined(factNames[kind], valueName(westHaven)),
  }),
  decompensation: ({ kind, manifestation }) => ({
    kind,
    label: manifestation === undefined ? factNames[kind] : joined(factNames[kind], valueName(manifestation)),
  }),
}

/** As reported, with the worst grade; without one nothing is said of it. */
function eventLabel(content: FactContentOf<'adverse_event'>): LocalizedText {
  const { term, grades } = content
  const worst = Math.max(...grades.map(({ grade }) => grade))
  return [
    ...(grades.length === 0 ? [] : [text(`grade ${worst}`, `${worst}级`)]),
    ...(isSerious(content) ? [text('serious', '严重')] : []),
  ].reduce(joined, verbatim(term))
}

/** ATC C03: diuretics. */
const DIURETICS = 'C03'

/** A dose of another protocol is drawn too, and says so. */
function drawnAs(content: FactContent, protocol: string | undefined): Drawn | undefined {
  const drawer = drawers[content.kind] as ((content: FactContent) => Drawn | undefined) | undefined
  const drawn = drawer?.(content)
  if (drawn === undefined || content.kind !== 'dose' || content.protocol === protocol) return drawn
  return { ...drawn, label: joined(drawn.label, verbatim(content.protocol)) }
}

function withAmount(name: LocalizedText, value: string | undefined, unit: string): LocalizedText {
  return value === undefined ? name : joined(name, verbatim(`${value} ${unit}`.trimEnd()))
}

function joined(first: LocalizedText, second: LocalizedText): LocalizedText {
  return text(`${first.en}, ${second.en}`, `${first['zh-CN']}，${second['zh-CN']}`)
}

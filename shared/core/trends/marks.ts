import { dayOf, type EventTime, localDateOf } from '../civil-date.ts'
import type { FactContent } from '../facts/content.ts'
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

function drawnAs(content: FactContent, protocol: string | undefined): Drawn | undefined {
  switch (content.kind) {
    case 'dose': {
      const dose = text(`dose ${content.number}`, `第${content.number}次给药`)
      const isOther = content.protocol !== protocol
      return { kind: 'dose', label: isOther ? joined(dose, verbatim(content.protocol)) : dose }
    }
    case 'albumin_infusion':
      return { kind: content.kind, label: amount(content.kind, content.grams, 'g') }
    case 'paracentesis':
      return { kind: content.kind, label: amount(content.kind, content.litres, 'L') }
    case 'transfusion': {
      const component = joined(factNames.transfusion, valueName(content.component))
      return { kind: content.kind, label: withAmount(component, content.units, 'U') }
    }
    case 'concomitant_medication':
      if (content.atc?.startsWith(DIURETICS) !== true) return undefined
      return { kind: 'diuretic', label: withAmount(verbatim(content.name), content.dose, '') }
    case 'antiviral_treatment':
      return { kind: 'antiviral', label: verbatim(content.name) }
    case 'tips':
    case 'liver_transplant':
    case 'death':
      return { kind: content.kind, label: factNames[content.kind] }
    default:
      return decompensation(content)
  }
}

/** ATC C03: diuretics. */
const DIURETICS = 'C03'

function decompensation(content: FactContent): Drawn | undefined {
  const kind = 'decompensation'
  switch (content.kind) {
    case 'upper_gi_bleeding':
    case 'spontaneous_peritonitis':
      return { kind, label: factNames[content.kind] }
    case 'hepatic_encephalopathy':
      return { kind, label: joined(factNames[content.kind], valueName(content.westHaven)) }
    case 'decompensation': {
      const { manifestation } = content
      const name = factNames.decompensation
      return { kind, label: manifestation === undefined ? name : joined(name, valueName(manifestation)) }
    }
    default:
      return undefined
  }
}

function amount(
  kind: 'albumin_infusion' | 'paracentesis',
  value: string | undefined,
  unit: string,
): LocalizedText {
  return withAmount(factNames[kind], value, unit)
}

function withAmount(name: LocalizedText, value: string | undefined, unit: string): LocalizedText {
  return value === undefined ? name : joined(name, verbatim(`${value} ${unit}`.trimEnd()))
}

function joined(first: LocalizedText, second: LocalizedText): LocalizedText {
  return text(`${first.en}, ${second.en}`, `${first['zh-CN']}，${second['zh-CN']}`)
}

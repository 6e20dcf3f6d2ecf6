import { type Analyte, analyteOfLoinc } from '#shared/core/analytes.ts'
import { boundsOf, type EventTime } from '#shared/core/civil-date.ts'
import type { Missing } from '#shared/core/eligibility/missing-item.ts'
import {
  EpisodeKind,
  type FactContentOf,
  type FactKind,
  positiveContent,
} from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { assertNever } from '#shared/core/text.ts'
import { unitsOf } from '#shared/core/units.ts'
import type { PanelRequest } from './panel-request.ts'

/** Where to supply what is missing: the panel beside the candidate, or the page of the protocol (`reading` on it). */
export type MissingPlace = PanelRequest | { readonly to: 'protocol'; readonly reading?: string }

/**
 * The direct way to supply a missing item, given the candidate's current facts: a charted fact that lacks only
 * something is opened for correction, anything else for entering. Undefined where nothing that can be charted would
 * answer it.
 */
export function panelForMissing(ask: Missing, facts: readonly Fact[]): MissingPlace | undefined {
  switch (ask.what) {
    case 'birth_date':
    case 'sex':
      return { open: 'candidate' }
    case 'event_record':
      return { open: 'choose', about: ask.topic }
    case 'negative_finding':
      return { open: 'enter', kind: 'negative_finding', about: ask.topic }
    case 'exact_time':
      return correct(vagueIn(facts, ask.topic), isVagueAt) ?? enterOrChoose(ask.topic)
    case 'end':
      return correct(openEndedIn(facts, ask.topic), () => 'to') ?? enterOrChoose(ask.topic)
    case 'attribute':
    case 'attribute_judgement':
      return (
        correct(lacking(facts, ask.topic, ask.attribute), () => ask.attribute) ?? enterOrChoose(ask.topic)
      )
    case 'record':
    case 'recent_record':
    case 'decision':
      return enter(ask.topic, ask.protocol)
    case 'result':
    case 'recent_result':
    case 'exact_result':
      return { open: 'enter', kind: 'laboratory', analyte: ask.analyte }
    case 'result_time':
    case 'usable_unit':
    case 'control':
    case 'upper_limit':
      return forResult(ask.what, ask.analyte, facts)
    case 'judgement':
      return { open: 'enter', kind: 'judgement', protocol: ask.protocol, question: ask.question }
    case 'contradiction':
      return correct(facts.filter(ofKind(ask.topic))) ?? { open: 'choose', about: ask.topic }
    case 'anchor':
      return undefined
    case 'reading':
      return { to: 'protocol', reading: ask.reading }
    case 'criteria':
      return { to: 'protocol' }
    default:
      return assertNever(ask, 'missing item')
  }
}

type OfResult = Extract<Missing, { analyte: Analyte }>['what']
type Result = Fact & { readonly content: FactContentOf<'laboratory'> }

function forResult(
  what: Exclude<OfResult, 'result' | 'recent_result' | 'exact_result'>,
  analyte: Analyte,
  facts: readonly Fact[],
): PanelRequest {
  const results = facts.filter(isResult).filter(({ content }) => analyteOfLoinc(content.loinc) === analyte)
  const fields = {
    result_time: ['on', ({ on }: Result['content']) => isVague(on)],
    usable_unit: ['unit', ({ unit }: Result['content']) => !unitsOf(analyte).includes(unit)],
    control: [
      'control',
      ({ control }: Result['content']) => control === undefined || control === 'not_printed',
    ],
    upper_limit: ['range', ({ range }: Result['content']) => range?.high === undefined],
  } as const
  const [field, lacks] = fields[what]
  const found = correct(
    results.filter(({ content }) => lacks(content)),
    () => field,
  )
  return found ?? { open: 'enter', kind: 'laboratory', analyte }
}

function isResult(fact: Fact): fact is Result {
  return fact.content.kind === 'laboratory'
}

/** Opens the latest of some facts; the one that happened last is the one that a criterion waits for. */
function correct(facts: readonly Fact[], fieldOf?: (fact: Fact) => string): PanelRequest | undefined {
  const latest = facts.reduce<Fact | undefined>(
    (best, fact) => (best === undefined || startOf(fact) >= startOf(best) ? fact : best),
    undefined,
  )
  if (latest === undefined) return undefined
  return { open: 'fact', factId: latest.id, ...(fieldOf && { correct: fieldOf(latest) }) }
}

function enter(kind: FactKind, protocol?: PanelProtocol): PanelRequest {
  return { open: 'enter', kind, ...(protocol && { protocol }) }
}
type PanelProtocol = Extract<PanelRequest, { open: 'enter' }>['protocol']

/** Where nothing is charted yet, a subject that can be denied is not entered before it was asked. */
function enterOrChoose(kind: FactKind): PanelRequest {
  return EpisodeKind.safeParse(kind).success ? { open: 'choose', about: kind } : enter(kind)
}

function ofKind(kind: FactKind) {
  return ({ content }: Fact) => content.kind === kind
}

function lacking(facts: readonly Fact[], kind: FactKind, attribute: string): Fact[] {
  if (!Object.hasOwn(positiveContent[kind].shape, attribute)) return []
  return facts.filter(ofKind(kind)).filter(({ content }) => !Object.hasOwn(content, attribute))
}

function openEndedIn(facts: readonly Fact[], kind: FactKind): Fact[] {
  return facts.filter(ofKind(kind)).filter(({ content }) => !('to' in content))
}

function vagueIn(facts: readonly Fact[], kind: FactKind): Fact[] {
  return facts.filter(ofKind(kind)).filter(fact => vagueFields(fact).length > 0)
}

function isVagueAt(fact: Fact): string {
  return vagueFields(fact)[0] ?? 'on'
}

/** The times of a fact that do not name a day; a start that is not known is one of them. */
function vagueFields({ content }: Fact): string[] {
  if ('on' in content) return isVague(content.on) ? ['on'] : []
  const { from, to } = content as { from?: EventTime; to?: EventTime | 'ongoing' }
  const isEndVague = to !== undefined && to !== 'ongoing' && isVague(to)
  return [...(from === undefined || isVague(from) ? ['from'] : []), ...(isEndVague ? ['to'] : [])]
}

function isVague(time: string): boolean {
  return time.length < 10
}

/** The first day that a fact may lie on; without a start it lies before all others. */
function startOf({ content }: Fact): number {
  const { on, from, to } = content as { on?: EventTime; from?: EventTime; to?: EventTime | 'ongoing' }
  const time = on ?? from ?? (to === 'ongoing' ? undefined : to)
  return time === undefined ? Number.NEGATIVE_INFINITY : boundsOf(time).earliest
}

import type { DayNumber } from '../civil-date.ts'
import type { EpisodeKind } from '../facts/content.ts'
import type { IndexedFact } from './chart-index.ts'
import { type Finding, finding } from './finding.ts'
import type { Setting } from './setting.ts'

/** A record of one kind that speaks against the absence of another. */
interface Hint {
  readonly kind: EpisodeKind
  /** Which of its days count: all of them, or only its first, as the manifestation of a decompensation. */
  readonly days: 'all' | 'first'
  readonly speaks: (attributes: IndexedFact['attributes']) => boolean
}

const decompensation = (manifestation: string): Hint => ({
  kind: 'decompensation',
  days: 'first',
  speaks: attributes => attributes['manifestation'] === manifestation,
})

/** ATC B05AA01 is albumin. */
const albuminAsDrug: Hint = {
  kind: 'concomitant_medication',
  days: 'all',
  speaks: ({ atc }) => atc === 'B05AA01',
}

const hints: Readonly<Partial<Record<EpisodeKind, readonly Hint[]>>> = {
  active_bleeding: [{ kind: 'upper_gi_bleeding', days: 'all', speaks: () => true }],
  upper_gi_bleeding: [decompensation('variceal_bleeding')],
  hepatic_encephalopathy: [decompensation('encephalopathy')],
  albumin_infusion: [albuminAsDrug],
}

/** The kinds whose records can speak against the absence of `topic`. */
export function hintingKinds(topic: EpisodeKind): readonly EpisodeKind[] {
  return (hints[topic] ?? []).map(({ kind }) => kind)
}

/**
 * A record of another kind that says what the negative findings deny: the answer stays unknown until one of the two is
 * corrected. The software never picks the more convenient one.
 */
export function contradiction(
  topic: EpisodeKind,
  days: { from: DayNumber; to: DayNumber },
  { chart }: Setting,
): Finding | undefined {
  for (const hint of hints[topic] ?? []) {
    const record = chart.of(hint.kind).find(fact => hint.speaks(fact.attributes) && mayLie(fact, hint, days))
    if (record === undefined) continue
    const { fact } = record
    return finding(
      'unknown',
      { code: 'records_disagree', topic, fact },
      [fact],
      [{ what: 'contradiction', topic }],
    )
  }
  return undefined
}

/** A hint's day is searched among charted days only: a start that is not charted says nothing about the window. */
function mayLie(
  fact: IndexedFact,
  { days: counted }: Hint,
  { from, to }: { from: DayNumber; to: DayNumber },
): boolean {
  const last = counted === 'all' ? fact.endLatest : fact.startLatest
  return Number.isFinite(fact.startEarliest) && fact.startEarliest <= to && last >= from
}

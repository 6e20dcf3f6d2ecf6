import type { ChosenReadings, Reading } from '../protocol/reading.ts'
import type { LocalizedText } from '../text.ts'
import {
  type CriterionFinding,
  criterionOn,
  type PreparedCriterion,
  type Question,
  type Segment,
  saysTheSame,
} from './criterion.ts'
import { evidenceOf } from './describe.ts'
import { explain } from './explain.ts'
import { describeMissing } from './missing.ts'
import { dateOrOpen } from './spans.ts'
import type { CriterionResult } from './verdict.ts'

/** A criterion's complete result: the day's finding, its evidence, and the whole timeline in words. */
export function criterionResult(
  prepared: PreparedCriterion,
  day: number,
  segments: readonly Segment[],
  question: Question,
  chosen: ChosenReadings,
): CriterionResult {
  const { criterion, readings } = prepared
  const { id, label, side, concept, title, quote } = criterion
  const finding = findingOn(segments, day)
  return {
    id,
    label,
    side,
    concept,
    title,
    quote: quote.text,
    outcome: finding.outcome,
    explanation: explainOn(prepared, day, segments, question),
    evidence: finding.facts.map(evidenceOf),
    missing: finding.missing.map(item => describeMissing(item, readings)),
    readings: readings.map(reading => ({
      reading: reading.id,
      alternative: chosen[reading.id] ?? null,
      label: labelOf(reading, chosen) ?? reading.question,
    })),
    alternatives: finding.alternatives.map(open => ({ ...open, outcomes: [...open.outcomes] })),
    assumesRenewal: finding.assumesRenewal,
    intervals: segments.map(segment => ({
      from: dateOrOpen(segment.from),
      to: dateOrOpen(segment.to),
      outcome: segment.finding.outcome,
      assumesRenewal: segment.finding.assumesRenewal,
      explanation: explain(segment.finding.because, readings),
    })),
  }
}

/** What a timeline says on a day. */
export function findingOn(segments: readonly Segment[], day: number): CriterionFinding {
  const segment = segments.find(({ from, to }) => from <= day && day <= to)
  if (segment === undefined) throw new Error('a timeline leaves a day out')
  return segment.finding
}

/** What a criterion says on a day, in words, with the readings that it turns on and what it assumes. */
export function explainOn(
  prepared: PreparedCriterion,
  day: number,
  segments: readonly Segment[],
  question: Question,
): LocalizedText {
  const finding = findingOn(segments, day)
  const because = explain(finding.because, prepared.readings)
  const notes = decisiveReadings(prepared, finding, day, question)
  if (finding.assumesRenewal) notes.push(assumption)
  if (notes.length === 0) return because
  return {
    en: `${because.en} (${notes.map(({ en }) => en).join('; ')})`,
    'zh-CN': `${because['zh-CN']}（${notes.map(note => note['zh-CN']).join('；')}）`,
  }
}

const assumption: LocalizedText = {
  en: 'assuming that the negative finding is renewed',
  'zh-CN': '假定届时否认记录已更新',
}

/** The chosen readings without which a definite outcome would be another, or stand for another reason. */
function decisiveReadings(
  prepared: PreparedCriterion,
  finding: CriterionFinding,
  day: number,
  question: Question,
): LocalizedText[] {
  const [choices] = prepared.choices
  if (choices === undefined || prepared.choices.length > 1 || !isDefinite(finding)) return []
  return prepared.readings.flatMap(reading => {
    const others = reading.alternatives.filter(({ id }) => id !== choices[reading.id])
    const differs = others.some(({ id }) => {
      const read = { ...prepared, choices: [{ ...choices, [reading.id]: id }] }
      return !saysTheSame(criterionOn(read, question, day), finding)
    })
    const label = differs ? labelOf(reading, choices) : undefined
    return label ? [{ en: `reading: ${label.en}`, 'zh-CN': `解读：${label['zh-CN']}` }] : []
  })
}

function isDefinite({ outcome }: CriterionFinding): boolean {
  return outcome === 'satisfied' || outcome === 'violated'
}

function labelOf(reading: Reading, chosen: ChosenReadings): LocalizedText | undefined {
  return reading.alternatives.find(({ id }) => id === chosen[reading.id])?.label
}

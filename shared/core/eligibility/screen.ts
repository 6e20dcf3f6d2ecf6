import { type CivilDate, dayOf } from '../civil-date.ts'
import type { LocalizedText } from '../text.ts'
import type { IndexedChart } from './chart-index.ts'
import { conflictsOn } from './conflicts.ts'
import { criterionOn, criterionOverTime, type Question, type Segment } from './criterion.ts'
import { eligibleRanges } from './eligible-ranges.ts'
import { describeMissing, rankMissing } from './missing.ts'
import type { PreparedProtocol } from './prepare.ts'
import { criterionResult } from './result.ts'
import { verdictInterval, verdictOf, verdictSpans } from './spans.ts'
import type { CriterionResult, EligibleRange, Outcome, Screening, Verdict } from './verdict.ts'

/** Dates other than registration that a rule can be anchored to; a rule whose anchor is absent is unknown. */
export interface AnchorDates {
  readonly dose?: CivilDate | undefined
  readonly today?: CivilDate | undefined
}

/**
 * Screens one candidate: what each criterion says if registered on `on`, on which evidence, what is missing, and from
 * which date to which date the candidate is eligible given what is charted now. Pure: no clock, no I/O.
 */
export function screen(
  chart: IndexedChart,
  prepared: PreparedProtocol,
  on: CivilDate,
  anchors: AnchorDates = {},
  training = false,
): Screening {
  const day = dayOf(on)
  const question = questionOf(chart, prepared, anchors)
  const timelines = prepared.criteria.map(criterion => criterionOverTime(criterion, question))
  const criteria = prepared.criteria.map((criterion, index) =>
    criterionResult(criterion, day, timelines[index] ?? [], question, prepared.readings),
  )
  const screening = {
    ...identity(prepared),
    on,
    lastEntryOn: chart.lastEntryOn ?? null,
    projected: day > chart.lastEntry,
    criteria,
    conflicts: conflictsOn(chart, prepared.protocol.definition.id, day),
    training: training || prepared.site?.criteria.training === true,
  }
  return prepared.criteriaMissing
    ? withoutCriteria(screening)
    : withVerdict(screening, timelines, prepared, question)
}

/** The plain verdict on one date, without explanations or dates beyond it. */
export function verdictOn(
  chart: IndexedChart,
  prepared: PreparedProtocol,
  on: CivilDate,
  anchors: AnchorDates = {},
): { verdict: Verdict; outcomes: readonly Outcome[] } {
  const question = questionOf(chart, prepared, anchors)
  const day = dayOf(on)
  const outcomes = prepared.criteria.map(criterion => criterionOn(criterion, question, day).outcome)
  return { verdict: prepared.criteriaMissing ? 'undetermined' : verdictOf(outcomes), outcomes }
}

/** The criteria of several screenings of one candidate, matched by what they are about. */
export function matchConcepts(
  screenings: readonly Screening[],
): { concept: string; criteria: (readonly CriterionResult[])[] }[] {
  const concepts = [...new Set(screenings.flatMap(({ criteria }) => criteria.map(({ concept }) => concept)))]
  return concepts.map(concept => ({
    concept,
    criteria: screenings.map(({ criteria }) => criteria.filter(criterion => criterion.concept === concept)),
  }))
}

type Unjudged = Omit<Screening, 'verdict' | 'statement' | 'eligible' | 'verdicts' | 'missing'>

function withVerdict(
  screening: Unjudged,
  timelines: readonly (readonly Segment[])[],
  prepared: PreparedProtocol,
  question: Question,
): Screening {
  const verdict = verdictOf(screening.criteria.map(({ outcome }) => outcome))
  const spans = verdictSpans(timelines)
  const eligible = eligibleRanges(spans, timelines, prepared, question)
  const judged = {
    ...screening,
    verdict,
    statement: statementOf(verdict, screening, eligible),
    eligible,
    verdicts: spans.map(verdictInterval),
    missing: [],
  }
  return { ...judged, missing: rankMissing([judged]) }
}

/** Without criteria nothing can be determined, whatever the few published words say. */
function withoutCriteria(screening: Unjudged): Screening {
  const missing = {
    ...describeMissing({ what: 'criteria' }, []),
    settles: 0,
    concerns: 1,
    criteria: [screening.protocol.id],
  }
  return {
    ...screening,
    verdict: 'undetermined',
    statement: {
      en: 'cannot be determined: criteria not published; enter them from the approved protocol',
      'zh-CN': '无法判定：入排标准未公开；请按批准的方案录入',
    },
    eligible: [],
    verdicts: [{ from: null, to: null, verdict: 'undetermined' }],
    missing: [missing],
  }
}

function statementOf(
  verdict: Verdict,
  { criteria, projected, lastEntryOn, conflicts }: Unjudged,
  eligible: readonly EligibleRange[],
): LocalizedText {
  const labels = (...outcomes: Outcome[]) =>
    criteria.filter(({ outcome }) => outcomes.includes(outcome)).map(({ label }) => label)
  const parts = [answer(verdict, labels('violated'), labels('unknown', 'needs_judgement'))]
  if (eligible.length > 0) parts.push(spansOf(eligible))
  parts.push(...conflicts.map(({ text }) => text))
  if (lastEntryOn === null) parts.push({ en: 'nothing is charted', 'zh-CN': '尚无任何记录' })
  else if (projected || eligible.some(({ projectedFrom }) => projectedFrom !== null)) parts.push(assumption)
  return { en: parts.map(({ en }) => en).join('; '), 'zh-CN': parts.map(part => part['zh-CN']).join('；') }
}

function answer(verdict: Verdict, violated: readonly string[], open: readonly string[]): LocalizedText {
  switch (verdict) {
    case 'eligible':
      return { en: 'all criteria satisfied', 'zh-CN': '满足全部标准' }
    case 'ineligible':
      return { en: `ineligible: ${violated.join(', ')}`, 'zh-CN': `不符合：${violated.join('、')}` }
    case 'undetermined':
      return { en: `cannot be determined: ${open.join(', ')}`, 'zh-CN': `无法判定：${open.join('、')}` }
  }
}

/** "eligible 2026-12-06 to 2027-03-13, both days included". */
function spansOf(eligible: readonly EligibleRange[]): LocalizedText {
  const spans = (to: string) => eligible.map(({ from, to: last }) => `${from ?? '…'}${to}${last ?? '…'}`)
  return {
    en: `eligible ${spans(' to ').join(' and ')}, both days included`,
    'zh-CN': `符合期 ${spans(' 至 ').join('、')}（含首尾两日）`,
  }
}

const assumption: LocalizedText = {
  en: 'after the last entry assuming that nothing new happens and negative findings are renewed',
  'zh-CN': '最后录入日之后为推算，假定无新情况且否认记录届时已更新',
}

function identity({ protocol, site, readings }: PreparedProtocol): Pick<Screening, 'protocol' | 'readings'> {
  const { id, version } = protocol.definition
  const siteCriteria = site
    ? {
        version: site.version,
        sha256: site.sha256,
        protocolVersion: site.criteria.protocolVersion,
        training: site.criteria.training === true,
      }
    : null
  return { protocol: { id, version, sha256: protocol.sha256, siteCriteria }, readings }
}

function questionOf(chart: IndexedChart, prepared: PreparedProtocol, { dose, today }: AnchorDates): Question {
  const anchors = { ...(dose && { dose: dayOf(dose) }), ...(today && { today: dayOf(today) }) }
  return { chart, protocol: prepared.protocol.definition.id, questions: prepared.questions, anchors }
}

import { type DayNumber, shiftDay } from '../civil-date.ts'
import { type FactKind, positiveContent } from '../facts/content.ts'
import type { ConditionOf, MaximumAge } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import type { IndexedFact, IndexedStatus } from './chart-index.ts'
import { type Finding, finding, type Reason } from './finding.ts'
import type { Missing } from './missing-item.ts'
import type { Setting } from './setting.ts'
import { matchWhere } from './where.ts'

/**
 * The records that can be the latest one on `day`. More than one where dates are known to the month only, or two
 * of a day carry no time; none where none certainly lies on or before that day.
 */
export function latestOn<R extends IndexedFact>(
  records: readonly R[],
  day: DayNumber,
): { records: readonly R[]; certain: boolean } {
  const begun = records.filter(record => record.startEarliest <= day)
  const certain = begun.filter(record => record.startLatest <= day)
  const latest = begun.filter(record => !certain.some(other => isLater(other, record)))
  return { records: latest, certain: certain.length > 0 }
}

function isLater(other: IndexedFact, record: IndexedFact): boolean {
  if (other.instant !== undefined && record.instant !== undefined) return other.instant > record.instant
  return other.startEarliest > record.startLatest
}

/**
 * A question asked in vain since the last record that certainly lies before `day`. Its answer would be the later
 * record: until it is had, the older one does not speak for the day.
 */
export function unansweredSince(
  records: readonly IndexedFact[],
  statuses: readonly IndexedStatus[],
  day: DayNumber,
): IndexedStatus | undefined {
  return statuses.find(
    ({ content, on }) =>
      content.state === 'unknown' &&
      on <= day &&
      !records.some(record => record.startLatest <= day && record.startEarliest > on),
  )
}

/** How a record's age stands to a limit on `day`; a record exactly as old as the limit still counts. */
export function freshness(
  record: IndexedFact,
  maximumAge: MaximumAge,
  day: DayNumber,
): { fresh: boolean | undefined; goodUntil: DayNumber } {
  if (maximumAge === 'no_limit') return { fresh: true, goodUntil: Number.POSITIVE_INFINITY }
  const oldest = shiftDay(day, maximumAge, -1, 'last_day')
  const goodUntil = shiftDay(record.startLatest, maximumAge, 1, 'last_day')
  if (record.startEarliest >= oldest) return { fresh: true, goodUntil }
  return { fresh: record.startLatest < oldest ? false : undefined, goodUntil }
}

/** An attribute of the latest record. A record tied to a protocol speaks for that protocol only. */
export function evaluateLatest(condition: ConditionOf<'latest'>, setting: Setting): Finding {
  const topic = condition.of
  const records = setting.chart.of(topic).filter(({ attributes }) => speaksFor(attributes, setting))
  const { records: latest, certain } = latestOn(records, setting.day)
  const statuses = setting.chart.statuses(topic)
  if (latest.length === 0) return noRecord(condition, setting)
  const asked = unansweredSince(records, statuses, setting.day)
  if (asked) return askedInVain(topic, asked, setting)
  const parts = latest.map(record => judgeRecord(condition, record, setting))
  const agreed = certain ? unanimous(parts) : undefined
  if (agreed) return agreed
  const facts = latest.map(({ fact }) => fact)
  const because = facts.map(
    (fact): Reason => ({ code: 'latest_open', topic, fact, attribute: '', open: 'time' }),
  )
  const missing: Missing[] = [{ what: 'exact_time', topic }]
  return { truth: 'unknown', because, facts, missing, assumesRenewal: false }
}

/** The finding on which all possible latest records agree; each of them is evidence. */
export function unanimous(parts: readonly Finding[]): Finding | undefined {
  const [first] = parts
  if (first === undefined || parts.some(part => part.truth !== first.truth)) return undefined
  return parts.length === 1 ? first : { ...first, facts: parts.flatMap(part => part.facts) }
}

function askedInVain(topic: FactKind, { fact }: IndexedStatus, setting: Setting): Finding {
  const reason: Reason = { code: 'asked_not_known', topic, analyte: undefined, fact }
  return finding('unknown', reason, [fact], [wanted('record', topic, setting)])
}

/** A missing record; the consent to one protocol is another thing than the consent to the next. */
function wanted(
  what: 'record' | 'recent_record' | 'decision',
  topic: FactKind,
  { protocol }: Setting,
): Missing {
  return 'protocol' in positiveContent[topic].shape ? { what, topic, protocol } : { what, topic }
}

function speaksFor(attributes: Readonly<Record<string, unknown>>, setting: Setting): boolean {
  return attributes['protocol'] === undefined || attributes['protocol'] === setting.protocol
}

function judgeRecord(condition: ConditionOf<'latest'>, record: IndexedFact, setting: Setting): Finding {
  const topic = condition.of
  const { fact } = record
  const maximumAge = resolve(condition.maximumAge, setting.choices)
  const { fresh, goodUntil } = freshness(record, maximumAge, setting.day)
  if (fresh !== true && maximumAge !== 'no_limit') {
    const reason: Reason = { code: 'record_too_old', topic, fact, maximumAge, goodUntil }
    return finding('unknown', reason, [fact], [wanted('recent_record', topic, setting)])
  }
  const { truth, open } = matchWhere(condition.where, record, setting.choices)
  if (open) {
    const { attribute } = open
    const reason: Reason = { code: 'latest_open', topic, fact, attribute, open: open.because }
    const missing = missingIn(open.because, topic, attribute, setting)
    return finding(truth, reason, [fact], [missing])
  }
  const because = condition.where.map(({ attribute }): Reason => {
    return { code: 'latest', topic, fact, attribute, value: record.attributes[attribute] }
  })
  return { truth, because, facts: [fact], missing: [], assumesRenewal: false }
}

function missingIn(
  open: 'missing' | 'undecided' | 'judgement',
  topic: FactKind,
  attribute: string,
  setting: Setting,
): Missing {
  if (open === 'undecided') return wanted('decision', topic, setting)
  return { what: open === 'judgement' ? 'attribute_judgement' : 'attribute', topic, attribute }
}

function noRecord(condition: ConditionOf<'latest'>, setting: Setting): Finding {
  const topic: FactKind = condition.of
  const missing = [wanted('record', topic, setting)]
  const status = setting.chart.statuses(topic).find(({ on }) => on <= setting.day)
  if (status === undefined) return finding('unknown', { code: 'no_record', topic }, [], missing)
  if (status.content.state === 'unknown') return askedInVain(topic, status, setting)
  return notApplicable(condition, status, setting)
}

/** The question does not arise: an answer only where the rule takes it for one. */
function notApplicable(condition: ConditionOf<'latest'>, { fact }: IndexedStatus, setting: Setting): Finding {
  const topic = condition.of
  const accepted =
    condition.notApplicable !== undefined && resolve(condition.notApplicable, setting.choices) === 'absent'
  const reason: Reason = { code: 'not_applicable', topic, fact, accepted }
  return accepted
    ? finding('false', reason, [fact])
    : finding('unknown', reason, [fact], [wanted('record', topic, setting)])
}

/** The investigator's latest answer to a question. Without one, only the judgement is missing. */
export function evaluateAttestation(condition: ConditionOf<'attestation'>, setting: Setting): Finding {
  const { question } = condition
  const stray = strayJudgement(setting)
  if (stray) {
    const missing: Missing[] = [{ what: 'judgement', question, protocol: setting.protocol }]
    return finding('unknown', { code: 'stray_judgement', fact: stray.fact }, [stray.fact], missing)
  }
  const answers = setting.chart
    .of('judgement')
    .filter(({ attributes }) => attributes['question'] === question && speaksFor(attributes, setting))
  const { records: latest, certain } = latestOn(answers, setting.day)
  const parts = latest.map(({ fact, attributes }) => {
    const answer = attributes['answer'] === 'yes' ? 'yes' : 'no'
    return finding(answer === 'yes' ? 'true' : 'false', { code: 'judged', question, fact, answer }, [fact])
  })
  const asked = unansweredSince(answers, setting.chart.statuses('judgement'), setting.day)
  const agreed = certain && !asked ? unanimous(parts) : undefined
  if (agreed) return agreed
  const informedBy = condition.informedBy.flatMap(kind => setting.chart.of(kind).map(({ fact }) => fact))
  const missing: Missing[] = [{ what: 'judgement', question, protocol: setting.protocol }]
  return finding('needs_judgement', { code: 'not_judged', question, informedBy }, [], missing)
}

/** A judgement about this protocol under a question that it does not ask: perhaps a slip in the answer to this one. */
function strayJudgement(setting: Setting): IndexedFact | undefined {
  const { questions } = setting
  if (questions === undefined) return undefined
  return setting.chart
    .of('judgement')
    .find(
      ({ attributes, startEarliest }) =>
        startEarliest <= setting.day &&
        attributes['protocol'] === setting.protocol &&
        !questions.has(String(attributes['question'])),
    )
}

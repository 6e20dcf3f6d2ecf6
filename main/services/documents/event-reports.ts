import { reportsOf } from '#shared/core/adverse-events/reports-of.ts'
import type { EventCase, ReportTo, SentReport } from '#shared/core/documents/event-case.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, ProtocolId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'

/** What a report made now would be: the first to this recipient, or a follow-up after so many. */
export function reportNow(event: FactId, to: ReportTo, facts: readonly Fact[]): EventCase['report'] {
  const number = reportsOf(event, facts).filter(({ content }) => content.to === to).length
  return { to, stage: number === 0 ? 'initial' : 'follow_up', number }
}

/** The reports on record, oldest first. */
export function sentReports(event: FactId, facts: readonly Fact[]): SentReport[] {
  return reportsOf(event, facts)
    .toReversed()
    .map(({ id, content: { on, to, stage, recipient, how, sent, receivedAt, lateReason } }) => ({
      ...{ fact: id, on, to, stage, recipient, how, sha256: sent.sha256 },
      document: sent.document ?? null,
      receivedAt: receivedAt ?? null,
      lateReason: lateReason ?? null,
    }))
}

/** That the blind was broken, for this event or otherwise in its trial; what it showed is nowhere (trust.md K1). */
export function unblindingsOf(
  event: FactId,
  protocol: ProtocolId | null,
  facts: readonly Fact[],
): EventCase['unblindings'] {
  return factsOf(facts, 'unblinding')
    .filter(({ content }) => content.event === event || content.protocol === protocol)
    .map(({ id, content: { on, requestedBy, performedBy, reason, event: cause } }) => ({
      ...{ fact: id, on, requestedBy, performedBy, reason },
      isForEvent: cause === event,
    }))
}

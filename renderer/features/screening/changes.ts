import type { CriterionResult, Outcome, Screening, Verdict } from '#shared/core/eligibility/verdict.ts'
import type { ProtocolId } from '#shared/core/ids.ts'

/** A verdict as it is shown: an eligible one may rest on what is only assumed. */
export interface ShownVerdict {
  readonly verdict: Verdict
  readonly projected: boolean
}

interface CriterionChange {
  readonly id: string
  readonly label: string
  readonly from: Outcome
  readonly to: Outcome
}

/** What is different in one protocol's answer. */
export interface ProtocolChange {
  readonly protocol: ProtocolId
  readonly verdict: { readonly from: ShownVerdict; readonly to: ShownVerdict } | undefined
  readonly criteria: readonly CriterionChange[]
  /** The eligible days are others, whatever the verdict of the day asked about. */
  readonly hasOtherDays: boolean
}

/** What changed between two answers about one candidate and day; protocols without a change are left out. */
export function changesBetween(
  before: readonly Screening[],
  after: readonly Screening[],
): readonly ProtocolChange[] {
  return after.flatMap(now => {
    const then = before.find(({ protocol }) => protocol.id === now.protocol.id)
    if (then === undefined) return []
    const change = changeOf(then, now)
    return change.verdict || change.criteria.length > 0 || change.hasOtherDays ? [change] : []
  })
}

function changeOf(before: Screening, after: Screening): ProtocolChange {
  const [from, to] = [shown(before), shown(after)]
  const isSame = from.verdict === to.verdict && from.projected === to.projected
  return {
    protocol: after.protocol.id,
    verdict: isSame ? undefined : { from, to },
    criteria: after.criteria.flatMap(criterion => criterionChange(before.criteria, criterion)),
    hasOtherDays: daysOf(before) !== daysOf(after),
  }
}

function shown({ verdict, projected }: Screening): ShownVerdict {
  return { verdict, projected: projected && verdict === 'eligible' }
}

function criterionChange(
  before: readonly CriterionResult[],
  { id, label, outcome }: CriterionResult,
): CriterionChange[] {
  const then = before.find(known => known.id === id)
  if (then === undefined || then.outcome === outcome) return []
  return [{ id, label, from: then.outcome, to: outcome }]
}

function daysOf({ eligible }: Screening): string {
  return eligible.map(({ from, to }) => `${from}/${to}`).join()
}

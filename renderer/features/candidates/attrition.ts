import type { ProtocolId } from '#shared/core/ids.ts'
import type { Line } from './lines.ts'

/** How many people one criterion stands in the way of; nobody is counted twice. */
export interface CriterionAttrition {
  readonly violated: number
  readonly unknown: number
  readonly needsJudgement: number
  /** Of all of these, people in whose way nothing else stands. */
  readonly alone: number
}

/** What the criteria of one protocol do to the log, by label. */
export interface Attrition {
  readonly screened: number
  /** People who pass every criterion. */
  readonly passed: number
  readonly byLabel: ReadonlyMap<string, CriterionAttrition>
}

const NONE: CriterionAttrition = { violated: 0, unknown: 0, needsJudgement: 0, alone: 0 }

/** Counts over the lines that have an answer so far. */
export function attritionOf(lines: readonly Line[], protocol: ProtocolId): Attrition {
  const byLabel = new Map<string, CriterionAttrition>()
  let screened = 0
  let passed = 0
  for (const { answers } of lines) {
    const answer = answers?.find(one => one.protocol === protocol)
    if (answer === undefined) continue
    screened += 1
    if (answer.verdict === 'eligible') passed += 1
    const obstacles = new Set([...answer.violated, ...answer.unknown, ...answer.needsJudgement])
    for (const kind of ['violated', 'unknown', 'needsJudgement'] as const) {
      for (const label of new Set(answer[kind])) {
        const before = byLabel.get(label) ?? NONE
        const alone = before.alone + (obstacles.size === 1 ? 1 : 0)
        byLabel.set(label, { ...before, [kind]: before[kind] + 1, alone })
      }
    }
  }
  return { screened, passed, byLabel }
}

/** A criterion that stands in nobody's way. */
export function attritionAt({ byLabel }: Attrition, label: string): CriterionAttrition {
  return byLabel.get(label) ?? NONE
}

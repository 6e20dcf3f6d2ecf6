import type { Curve, SurvivalStep } from '#shared/core/trends/cohort.ts'

const WEEKS = [4, 8, 12, 24, 52, 104, 260]

/** The weeks at which a curve is labelled: about six, from the first dose to the last that is known. */
export function weeksOf(steps: readonly SurvivalStep[]): number[] {
  const last = Math.ceil((steps.at(-1)?.day ?? 0) / 7)
  const step = WEEKS.find(size => last / size <= 6) ?? 520
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
}

/** How many are still followed on a day: those at risk at the next step, for nobody leaves between steps. */
export function atRiskOn({ patients, undated, steps }: Curve, day: number): number {
  const next = steps.find(step => step.day >= day)
  if (next !== undefined) return next.atRisk
  const last = steps.at(-1)
  return last === undefined ? patients - undated : last.atRisk - last.events - last.censored
}

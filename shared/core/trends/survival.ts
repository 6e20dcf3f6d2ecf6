import type { SurvivalStep } from './cohort.ts'

/** How long one patient was followed, in whole days, and whether that ended with the event. */
export interface FollowUp {
  readonly days: number
  readonly hasEvent: boolean
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Kaplan-Meier estimate with one step for each day on which somebody had the event or was censored. Variance by
 * Greenwood, 95 % limits on the log scale: what R's `survfit` gives unless asked otherwise (`conf.type = "log"`).
 * Events come before censorings of the same day.
 */
export function kaplanMeier(followUps: readonly FollowUp[]): SurvivalStep[] {
  const byDay = new Map<number, { events: number; censored: number }>()
  for (const { days, hasEvent } of followUps) {
    const counts = byDay.get(days) ?? { events: 0, censored: 0 }
    if (hasEvent) counts.events += 1
    else counts.censored += 1
    byDay.set(days, counts)
  }
  let atRisk = followUps.length
  let survival = 1
  let variance = 0
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, { events, censored }]) => {
      const before = atRisk
      survival *= (before - events) / before
      if (events > 0) variance += events / (before * (before - events))
      atRisk -= events + censored
      return { day, atRisk: before, events, censored, survival, ...limits(survival, variance) }
    })
}

/** None where nobody is left: the logarithm of 0 has no limits. */
function limits(survival: number, variance: number): Pick<SurvivalStep, 'lower' | 'upper'> {
  if (survival === 0) return { lower: null, upper: null }
  const half = Z * Math.sqrt(variance)
  return { lower: survival * Math.exp(-half), upper: Math.min(1, survival * Math.exp(half)) }
}

import type { CtcaeResult } from './ctcae.ts'

/** Grade of a fever (°C) by CTCAE v5.0; above 40 °C it depends on the hours, which may be unknown. */
export function feverGrade(
  temperatureCel: number,
  durationHours: number | undefined,
): CtcaeResult | 'duration' {
  if (temperatureCel > 40) {
    if (durationHours === undefined) return 'duration'
    return { state: 'graded', grade: durationHours > 24 ? 4 : 3, relativeTo: 'limits' }
  }
  const grade = temperatureCel > 39 ? 2 : temperatureCel >= 38 ? 1 : 0
  return { state: 'graded', grade, relativeTo: 'limits' }
}

/** How an infusion related reaction presented, known by its first words; its grade is its place, 1 to 5. */
export const infusionReactions: readonly RegExp[] = [
  /^(?:mild_)?transient/,
  /^(?:therapy_)?(?:or_)?(?:infusion_)?interruption/,
  /^prolonged/,
  /^life_threatening/,
  /^death/,
]

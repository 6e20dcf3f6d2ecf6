import { z } from 'zod'

export const RUCAM_RANGE = { low: -9, high: 14 } as const

const points = <const P extends readonly [number, ...number[]]>(...allowed: P) =>
  z.literal(allowed, { error: `one of ${allowed.join(', ')}` })

/** The points of the seven items of the updated RUCAM (2016) for hepatocellular injury. */
export const HepatocellularRucam = z.strictObject({
  onset: points(1, 2),
  course: points(3, 2, 0, -2),
  riskFactors: points(0, 1, 2),
  concomitant: points(0, -1, -2, -3),
  alternativeCauses: points(2, 1, 0, -2, -3),
  previousHepatotoxicity: points(0, 1, 2),
  rechallenge: points(3, 1, 0, -2),
})
export type HepatocellularRucam = z.infer<typeof HepatocellularRucam>

export type RucamCategory = 'excluded' | 'unlikely' | 'possible' | 'probable' | 'highly probable'

/** The category of a total from -9 to 14 (PMC7002317, Table 1). */
export function rucamCategory(total: number): RucamCategory {
  if (total <= 0) return 'excluded'
  if (total <= 2) return 'unlikely'
  if (total <= 5) return 'possible'
  return total <= 8 ? 'probable' : 'highly probable'
}

/** Sum of the seven items and its category. */
export function hepatocellularRucam(items: HepatocellularRucam): { total: number; category: RucamCategory } {
  const total = Object.values(items).reduce<number>((sum, item) => sum + item, 0)
  return { total, category: rucamCategory(total) }
}

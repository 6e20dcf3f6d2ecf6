import { z } from 'zod'

/** The points that each of the ten questions can have: yes, no, unknown (PMC5774610, Table 2). */
export const NARANJO_POINTS: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [2, -1, 0],
  [1, 0, 0],
  [2, -1, 0],
  [-1, 2, 0],
  [-1, 1, 0],
  [1, 0, 0],
  [1, 0, 0],
  [1, 0, 0],
  [1, 0, 0],
]

/** The points of the ten questions in their order; an answer of "unknown" has 0. */
export const NaranjoItems = z.array(z.number()).check(({ value, issues }) => {
  if (value.length !== NARANJO_POINTS.length) {
    issues.push({ code: 'custom', input: value, message: 'the points of ten questions' })
  }
  for (const [index, allowed] of NARANJO_POINTS.entries()) {
    const points = value[index]
    if (points === undefined || allowed.includes(points)) continue
    const message = `question ${index + 1} has ${[...new Set(allowed)].join(', ')}`
    issues.push({ code: 'custom', input: points, path: [index], message })
  }
})
export type NaranjoItems = z.infer<typeof NaranjoItems>

export type NaranjoCategory = 'definite' | 'probable' | 'possible' | 'doubtful'

/** Sum from -4 to 13 and its category; weak for liver injury. */
export function naranjo(items: NaranjoItems): { total: number; category: NaranjoCategory } {
  const total = items.reduce((sum, points) => sum + points, 0)
  return { total, category: categoryOf(total) }
}

function categoryOf(total: number): NaranjoCategory {
  if (total >= 9) return 'definite'
  if (total >= 5) return 'probable'
  return total >= 1 ? 'possible' : 'doubtful'
}

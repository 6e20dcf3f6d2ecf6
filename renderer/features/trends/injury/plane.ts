import type { LiverInjuryPoint } from '#shared/core/trends/series.ts'

/** What both values are multiples of. */
export type Against = 'uln' | 'baseline'

/** A day in the plane of aminotransferase and bilirubin. */
export interface PlanePoint {
  readonly on: string
  readonly alt: number
  readonly bilirubin: number
}

/** The days on which both multiples are known, oldest first. */
export function planeOf(points: readonly LiverInjuryPoint[], against: Against): PlanePoint[] {
  return points.flatMap(({ on, altUln, altBaseline, bilirubinUln, bilirubinBaseline }) => {
    const [alt, bilirubin] = against === 'uln' ? [altUln, bilirubinUln] : [altBaseline, bilirubinBaseline]
    return alt === null || bilirubin === null || alt <= 0 || bilirubin <= 0 ? [] : [{ on, alt, bilirubin }]
  })
}

/** Whether ALT or bilirubin was above its limit before the first dose: then multiples of baseline say more. */
export function isBaselineAbnormal(points: readonly LiverInjuryPoint[], day0: string | null): boolean {
  return (
    day0 !== null &&
    points.some(
      ({ on, altUln, bilirubinUln }) => on <= day0 && ((altUln ?? 0) > 1 || (bilirubinUln ?? 0) > 1),
    )
  )
}

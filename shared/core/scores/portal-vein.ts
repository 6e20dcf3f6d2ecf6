import { plausible } from './inputs.ts'
import { scorer } from './result.ts'

/** The mean velocity as measured; a maximum velocity is another quantity and is never turned into it. */
export interface PortalVeinInputs {
  readonly diameterMm: number
  readonly meanVelocityCmPerS: number
}

export interface PortalVeinFlow {
  readonly areaCm2: number
  readonly flowMlPerMin: number
  /** cm·s; healthy 0.070 ± 0.029, cirrhosis 0.171 ± 0.075 (Moriyasu 1986). */
  readonly congestionIndex: number
}

export const portalVeinRequirements = {
  diameterMm: plausible.diameterMm,
  meanVelocityCmPerS: plausible.meanVelocityCmPerS,
}

/** Flow and congestion index of a vein taken as round, unrounded (Moriyasu 1986, AJR 146:735-9). */
export const portalVein = scorer(
  portalVeinRequirements,
  ({ diameterMm, meanVelocityCmPerS }: PortalVeinInputs): PortalVeinFlow => {
    const areaCm2 = Math.PI * (diameterMm / 20) ** 2
    return {
      areaCm2,
      flowMlPerMin: areaCm2 * meanVelocityCmPerS * 60,
      congestionIndex: areaCm2 / meanVelocityCmPerS,
    }
  },
)

import { ctcaeCalculations } from './calc/ctcae.ts'
import { CalcError, type Calculation } from './calc/define.ts'
import { kidneyAndVeinCalculations } from './calc/kidney-and-vein.ts'
import { liverCalculations } from './calc/liver.ts'
import { meldCalculations } from './calc/meld.ts'
import { safetyCalculations } from './calc/safety.ts'

export { CalcError }

const calculations: Readonly<Record<string, Calculation>> = {
  ...meldCalculations,
  ...liverCalculations,
  ...kidneyAndVeinCalculations,
  ...ctcaeCalculations,
  ...safetyCalculations,
}

/** The names that `calculate` knows. */
export const calcNames: readonly string[] = Object.keys(calculations)

/**
 * One calculation by its name, with every form of its result. Throws `CalcError` with the field that is missing,
 * unknown, not of its kind or not plausible; an unknown name is the field `calc`.
 */
export function calculate(calc: string, inputs: unknown): Readonly<Record<string, unknown>> {
  const run = Object.hasOwn(calculations, calc) ? calculations[calc] : undefined
  if (run === undefined) throw new CalcError('calc', `no such calculation; known are ${calcNames.join(', ')}`)
  return run(inputs)
}

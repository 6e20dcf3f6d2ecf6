import fc from 'fast-check'
import type { ScoreResult } from '#shared/core/scores/result.ts'

/** The value of a score whose inputs are all there; fails where there is none. */
export function scored<Value>(result: ScoreResult<Value>): Value {
  if (result.state === 'scored') return result.value
  throw new Error(`no score: ${JSON.stringify(result)}`)
}

/** Inputs of MELD as they occur, and a little beyond. */
export const meldInputs = fc.record({
  bilirubinUmolPerL: fc.integer({ min: 1, max: 1000 }),
  creatinineUmolPerL: fc.integer({ min: 20, max: 1500 }),
  inr: fc.integer({ min: 8, max: 80 }).map(tenths => tenths / 10),
  dialysis: fc.boolean(),
})

import { type ChildPughInputs, childPugh } from '#shared/core/scores/child-pugh.ts'
import { type Meld3Inputs, meld3 } from '#shared/core/scores/meld-3.ts'
import { compare, type Ratio } from '../measure.ts'
import { drawFrom } from '../synthetic/draw.ts'
import type { Row } from '../table.ts'
import { plainChildPugh, plainMeld3 } from './plain.ts'

const COUNT = 100_000
const VARIANT = { bilirubinBands: 'mg_dl', coagulation: 'inr' } as const

type InputSet = Meld3Inputs & ChildPughInputs
type Formula = (inputs: InputSet) => number

/** Scoring 100,000 input sets, each score beside its formula as a plain function. */
export async function scoreRows(rounds: number): Promise<Row[]> {
  const sets = inputSets()
  const work = `score ${COUNT.toLocaleString('en')} input sets`
  const beside = 'a plain function: nothing checked, one number'
  return [
    { work: `${work}: MELD 3.0`, beside, ratio: await times(ourMeld3, plainMeld3), aim: 2 },
    { work: `${work}: Child-Pugh`, beside, ratio: await times(ourChildPugh, plainChildPugh), aim: 2 },
  ]

  function times(ours: Formula, plain: Formula): Promise<Ratio> {
    return compare(
      () => sumOf(sets, ours),
      () => sumOf(sets, plain),
      rounds,
    )
  }
}

function ourMeld3(inputs: InputSet): number {
  const result = meld3(inputs)
  return result.state === 'scored' ? result.value.score : 0
}

function ourChildPugh(inputs: InputSet): number {
  const result = childPugh(inputs, VARIANT)
  return result.state === 'scored' ? result.value.total : 0
}

function sumOf(sets: readonly InputSet[], formula: Formula): number {
  let sum = 0
  for (const inputs of sets) sum += formula(inputs)
  return sum
}

function inputSets(): InputSet[] {
  const draw = drawFrom(20_261_130)
  return Array.from({ length: COUNT }, () => ({
    bilirubinUmolPerL: draw.whole(50, 5000) / 10,
    creatinineUmolPerL: draw.whole(30, 400),
    inr: draw.whole(80, 400) / 100,
    dialysis: draw.chance(0.02),
    sodiumMmolPerL: draw.whole(120, 146),
    albuminGPerL: draw.whole(150, 480) / 10,
    sex: draw.pick(['female', 'male']),
    ageYears: draw.whole(18, 75),
    prothrombinSecondsProlonged: draw.whole(0, 100) / 10,
    ascites: draw.pick(['none', 'slight', 'moderate_severe']),
    encephalopathy: draw.pick(['none', 'grade_1_2', 'grade_3_4']),
  }))
}

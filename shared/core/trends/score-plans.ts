import type { Analyte } from '../analytes.ts'
import { albi } from '../scores/albi.ts'
import { apri } from '../scores/apri.ts'
import { childPugh } from '../scores/child-pugh.ts'
import { egfrCkdEpi2021 } from '../scores/egfr.ts'
import { fib4 } from '../scores/fib4.ts'
import { meld } from '../scores/meld.ts'
import { meld3 } from '../scores/meld-3.ts'
import { meldNa } from '../scores/meld-na.ts'
import { nrValue, rValue } from '../scores/r-value.ts'
import type { ScoreResult } from '../scores/result.ts'
import type { ChartingChoices } from './charting-choices.ts'
import { takeAge, takeAscites, takeDialysis, takeEncephalopathy, takeSex } from './clinical-inputs.ts'
import type { Course } from './course.ts'
import { type Gathered, takeUpperLimit, takeValue } from './gather.ts'
import type { LatestValue } from './latest.ts'
import type { ScoreSeries } from './series.ts'
import type { TrendSource } from './source.ts'

/** What scores are computed from, of any day. */
export interface ScoreContext {
  readonly source: TrendSource
  readonly latest: LatestValue
  readonly inputDays: number
  readonly encephalopathy: Course
  readonly dialysis: Course
}

/** A score as a point draws it. */
interface Scored {
  readonly value: number
  /** Class or grade. A pattern of R is one of an injury at its onset: a course has none. */
  readonly category: string | null
}

/** How one score is made on one day. */
export interface ScorePlan {
  readonly series: ScoreSeries
  /** The day has a score, or lacks something for it, where one of them was measured. */
  readonly laboratory: readonly Analyte[]
  readonly compute: (into: Gathered, context: ScoreContext) => ScoreResult<Scored>
}

/** The scores of laboratory values; Child-Pugh only where the site chose its points. */
export function scorePlans(choices: ChartingChoices | undefined): readonly ScorePlan[] {
  return choices?.childPugh === undefined ? plans : [...plans, childPughPlan(choices.childPugh)]
}

const meldBasis = ['bilirubin_total', 'creatinine', 'inr'] as const

const plans: readonly ScorePlan[] = [
  {
    series: 'meld',
    laboratory: meldBasis,
    compute: (into, context) => plain(meld(meldInputs(into, context)), ({ score }) => score),
  },
  {
    series: 'meld_na',
    laboratory: [...meldBasis, 'sodium'],
    compute: (into, context) => {
      const sodiumMmolPerL = takeValue('sodium', into, context)
      return plain(meldNa({ ...meldInputs(into, context), sodiumMmolPerL }), ({ score }) => score)
    },
  },
  {
    series: 'meld_3_0',
    laboratory: [...meldBasis, 'sodium', 'albumin'],
    compute: (into, context) => {
      const given = {
        ...meldInputs(into, context),
        sodiumMmolPerL: takeValue('sodium', into, context),
        albuminGPerL: takeValue('albumin', into, context),
        sex: takeSex(context.source, into),
        ageYears: takeAge(context.source, into),
      }
      return plain(meld3(given), ({ score }) => score)
    },
  },
  {
    series: 'albi',
    laboratory: ['bilirubin_total', 'albumin'],
    compute: (into, context) => {
      const given = {
        bilirubinUmolPerL: takeValue('bilirubin_total', into, context),
        albuminGPerL: takeValue('albumin', into, context),
      }
      return classed(albi(given), ({ score, grade }) => [score, `${grade}`])
    },
  },
  {
    series: 'apri',
    laboratory: ['aspartate_aminotransferase', 'platelets'],
    compute: (into, context) => {
      const given = {
        astUPerL: takeValue('aspartate_aminotransferase', into, context),
        astUpperLimitUPerL: takeUpperLimit('aspartate_aminotransferase', into),
        plateletsGigaPerL: takeValue('platelets', into, context),
      }
      return plain(apri(given), score => score)
    },
  },
  {
    series: 'fib_4',
    laboratory: ['aspartate_aminotransferase', 'alanine_aminotransferase', 'platelets'],
    compute: (into, context) => {
      const given = {
        astUPerL: takeValue('aspartate_aminotransferase', into, context),
        altUPerL: takeValue('alanine_aminotransferase', into, context),
        plateletsGigaPerL: takeValue('platelets', into, context),
        ageYears: takeAge(context.source, into),
      }
      return plain(fib4(given), score => score)
    },
  },
  {
    series: 'r_value',
    laboratory: ['alanine_aminotransferase', 'alkaline_phosphatase'],
    compute: (into, context) => plain(rValue(rInputs(into, context)), ({ ratio }) => ratio),
  },
  {
    series: 'nr_value',
    laboratory: ['alanine_aminotransferase', 'aspartate_aminotransferase', 'alkaline_phosphatase'],
    compute: (into, context) => {
      const given = {
        ...rInputs(into, context),
        astUPerL: takeValue('aspartate_aminotransferase', into, context),
        astUpperLimitUPerL: takeUpperLimit('aspartate_aminotransferase', into),
      }
      return plain(nrValue(given), ({ ratio }) => ratio)
    },
  },
  {
    series: 'egfr_ckd_epi_2021',
    laboratory: ['creatinine'],
    compute: (into, context) => {
      const given = {
        creatinineUmolPerL: takeValue('creatinine', into, context),
        ageYears: takeAge(context.source, into),
        sex: takeSex(context.source, into),
      }
      return plain(egfrCkdEpi2021(given), score => score)
    },
  },
]

function childPughPlan({
  ascites: points,
  coagulation,
  bands,
}: NonNullable<ChartingChoices['childPugh']>): ScorePlan {
  const isInr = coagulation === 'inr'
  const variant = {
    bilirubinBands: bands === 'si' ? 'si_printed' : 'mg_dl',
    coagulation: isInr ? 'inr' : 'prothrombin_seconds',
  } as const
  return {
    series: 'child_pugh',
    laboratory: ['bilirubin_total', 'albumin', isInr ? 'inr' : 'prothrombin_time'],
    compute: (into, context) => {
      const given = {
        bilirubinUmolPerL: takeValue('bilirubin_total', into, context),
        albuminGPerL: takeValue('albumin', into, context),
        inr: isInr ? takeValue('inr', into, context) : undefined,
        prothrombinSecondsProlonged: isInr ? undefined : takeValue('prothrombin_prolongation', into, context),
        ascites: takeAscites(context.latest('ascites_grade', into.day, context.inputDays), points, into),
        encephalopathy: takeEncephalopathy(context.encephalopathy, into),
      }
      return classed(childPugh(given, variant), ({ total, class: letter }) => [total, letter])
    },
  }
}

function meldInputs(into: Gathered, context: ScoreContext) {
  return {
    bilirubinUmolPerL: takeValue('bilirubin_total', into, context),
    creatinineUmolPerL: takeValue('creatinine', into, context),
    inr: takeValue('inr', into, context),
    dialysis: takeDialysis(context.dialysis, into),
  }
}

function rInputs(into: Gathered, context: ScoreContext) {
  return {
    altUPerL: takeValue('alanine_aminotransferase', into, context),
    altUpperLimitUPerL: takeUpperLimit('alanine_aminotransferase', into),
    alpUPerL: takeValue('alkaline_phosphatase', into, context),
    alpUpperLimitUPerL: takeUpperLimit('alkaline_phosphatase', into),
  }
}

function plain<V>(result: ScoreResult<V>, value: (score: V) => number): ScoreResult<Scored> {
  if (result.state !== 'scored') return result
  return { state: 'scored', value: { value: value(result.value), category: null } }
}

function classed<V>(
  result: ScoreResult<V>,
  parts: (score: V) => readonly [number, string],
): ScoreResult<Scored> {
  if (result.state !== 'scored') return result
  const [value, category] = parts(result.value)
  return { state: 'scored', value: { value, category } }
}

import { type Comparison, compareRange, Decimal, valueRange } from '../decimal.ts'

/** One comparison with a multiple of the upper limit of normal. */
interface MultipleCut {
  readonly compare: Comparison
  readonly multiple: number
}

/** The rule of a site for a laboratory candidate; `alp` undefined: alkaline phosphatase is not asked about. */
export interface HysLawRule {
  readonly transaminase: MultipleCut
  readonly bilirubin: MultipleCut
  readonly alp: MultipleCut | undefined
  /** Days from the transaminase to the bilirubin, both included; undefined: any order and distance. */
  readonly window: { readonly from: number; readonly to: number } | undefined
}

/** The words of the guidance (FDA 2009: at least 3, above 2); ALP below 2 is the usual filter for cholestasis. */
export const fdaHysLaw: HysLawRule = {
  transaminase: { compare: 'ge', multiple: 3 },
  bilirubin: { compare: 'gt', multiple: 2 },
  alp: { compare: 'lt', multiple: 2 },
  window: undefined,
}

/** The rule of pharmaverse/admiral: at least 2 for bilirubin, within 14 days, ALP not asked about. */
export const admiralHysLaw: HysLawRule = {
  transaminase: { compare: 'ge', multiple: 3 },
  bilirubin: { compare: 'ge', multiple: 2 },
  alp: undefined,
  window: { from: 0, to: 14 },
}

/** Multiples of the upper limit of normal; `transaminase` is the higher of ALT and AST. */
export interface HysLawFinding {
  readonly transaminase: number
  readonly bilirubin: number
  readonly alp: number | undefined
  readonly daysToBilirubin: number
}

/**
 * Whether the laboratory values make a candidate for Hy's law; undefined where the rule asks for an ALP that is
 * missing. Other causes are for the investigator to exclude.
 */
export function isHysLawCandidate(finding: HysLawFinding, rule: HysLawRule): boolean | undefined {
  const { transaminase, bilirubin, alp, daysToBilirubin } = finding
  const isCandidate =
    isWithin(daysToBilirubin, rule.window) &&
    meets(transaminase, rule.transaminase) &&
    meets(bilirubin, rule.bilirubin)
  if (!isCandidate || rule.alp === undefined) return isCandidate
  return alp === undefined ? undefined : meets(alp, rule.alp)
}

function isWithin(days: number, window: HysLawRule['window']): boolean {
  return window === undefined || (days >= window.from && days <= window.to)
}

function meets(value: number, { compare, multiple }: MultipleCut): boolean {
  return compareRange(valueRange(new Decimal(value), undefined), compare, new Decimal(multiple)) === true
}

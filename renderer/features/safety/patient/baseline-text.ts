import { unitText } from '../../../i18n/format.ts'

/** More digits than the measurements have say nothing: a mean is told with four. */
const DIGITS = 4

/** The value before the first dose with its unit. */
export function baselineText(baseline: number, unit: string): string {
  return `${Number(baseline.toPrecision(DIGITS))} ${unitText(unit)}`.trim()
}

import { unitText } from '../../../i18n/format.ts'

/** The value before the first dose with its unit. */
export function baselineText(baseline: number, unit: string): string {
  return `${baseline} ${unitText(unit)}`.trim()
}

import { type Analyte, analyteOfLoinc, analytes } from '../analytes.ts'
import { Decimal, type DecimalText } from '../decimal.ts'
import type { FactContentOf } from '../facts/content.ts'
import { unitText } from '../unit-text.ts'
import { convert } from '../units.ts'
import type { Value } from './value.ts'

type Laboratory = FactContentOf<'laboratory'>

/** The value of a report in its series, and how far a prothrombin time lies above its control; none for unknown codes. */
export function laboratoryValues(content: Laboratory): Value[] {
  const analyte = analyteOfLoinc(content.loinc)
  if (analyte === undefined) return []
  const { range, unit } = content
  const comparator = content.comparator ?? null
  const inSeries = (text: DecimalText | undefined) =>
    text === undefined ? null : converted(text, analyte, unit)
  const value: Value = {
    series: analyte,
    value: inSeries(content.value),
    printed: printedValue(content),
    comparator,
    low: inSeries(range?.low),
    high: inSeries(range?.high),
  }
  const prolongation = analyte === 'prothrombin_time' ? prolonged(content) : undefined
  return prolongation === undefined ? [value] : [value, prolongation]
}

/** Only against the control that the report prints: no other value stands for it. */
function prolonged({ value, control, comparator, unit }: Laboratory): Value | undefined {
  if (control === undefined || control === 'not_printed' || unit !== 's') return undefined
  return {
    series: 'prothrombin_prolongation',
    value: new Decimal(value).minus(control).toNumber(),
    printed: `${comparator ?? ''}${value} − ${control} s`,
    comparator: comparator ?? null,
    low: null,
    high: null,
  }
}

function printedValue({ comparator, value, unit }: Laboratory): string {
  return `${comparator ?? ''}${value} ${unitText(unit)}`.trimEnd()
}

/** Exact by decimals where there is a factor; in the series' own unit the printed number is the number. */
function converted(text: DecimalText, analyte: Analyte, from: string): number | null {
  const { unit } = analytes[analyte]
  if (from === unit) return Number(text)
  return convert(new Decimal(text), analyte, from, unit)?.toNumber() ?? null
}

import { type Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { compareRange, Decimal, valueRange } from '#shared/core/decimal.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { text } from '#shared/core/text.ts'
import { convert } from '#shared/core/units.ts'
import type { Test } from './kind-definition.ts'
import { laboratoryTests, pregnancyTest } from './laboratory-tests.ts'
import { resultOf } from './write-kind.ts'
import { capitals, type Values, type Written } from './written.ts'

type Laboratory = FactContentOf<'laboratory'>

/** A laboratory value as printed, and in the unit in which Lobule compares its analyte. */
export function writeLaboratory(content: Laboratory): Written {
  const analyte = analyteOfLoinc(content.loinc)
  const known = analyte && laboratoryTests[analyte]
  const { code, name } = known ?? unknownTest(content.loinc)
  const values = {
    LBTESTCD: code,
    LBTEST: name.en,
    LBCAT: known?.category,
    ...printed(content),
    ...standard(content, analyte),
    LBNRIND: indicator(content),
    LBDTC: content.on,
  }
  const used = [
    'on',
    'loinc',
    'value',
    'comparator',
    'unit',
    'range',
    'control',
    'laboratory',
    'specimenCondition',
  ]
  return { parts: [{ domain: 'LB', values }], used }
}

/** LOINC 2345-7 as L2345_7: a test code begins with a letter and has no hyphen. */
function unknownTest(loinc: string): Pick<Test, 'code' | 'name'> {
  return { code: `L${loinc.replace('-', '_')}`, name: text(`LOINC ${loinc}`, `LOINC ${loinc}`) }
}

function printed({
  value,
  comparator,
  unit,
  range,
  laboratory,
  loinc,
  specimenCondition,
  control,
}: Laboratory): Values {
  return {
    LBORRES: `${comparator ?? ''}${value}`,
    LBORRESU: unit,
    LBORNRLO: range?.low,
    LBORNRHI: range?.high,
    LBNAM: laboratory,
    LBLOINC: loinc,
    LBSPCCND: specimenCondition && capitals(specimenCondition),
    LBCTRL: control,
  }
}

/** In the analyte's own unit; where there is no factor for the printed unit, as printed. */
function standard({ value, comparator, unit }: Laboratory, analyte: Analyte | undefined): Values {
  const own = analyte && analytes[analyte].unit
  const converted =
    analyte && own && unit !== own ? convert(new Decimal(value), analyte, unit, own) : undefined
  const result = converted === undefined ? value : converted.toDecimalPlaces(6).toFixed()
  return {
    LBSTRESC: `${comparator ?? ''}${result}`,
    LBSTRESN: comparator === undefined ? result : undefined,
    LBSTRESU: converted === undefined ? unit : own,
  }
}

/** Against the range as printed; empty where there is none, or where a value that was cut off may lie on either side. */
function indicator({ value, comparator, range }: Laboratory): string | undefined {
  if (range === undefined) return undefined
  const result = valueRange(new Decimal(value), comparator)
  const isLow = range.low === undefined ? false : compareRange(result, 'lt', new Decimal(range.low))
  const isHigh = range.high === undefined ? false : compareRange(result, 'gt', new Decimal(range.high))
  if (isLow === true) return 'LOW'
  if (isHigh === true) return 'HIGH'
  // A range with one limit says nothing of the other side.
  return isLow === false && isHigh === false ? 'NORMAL' : undefined
}

/** A pregnancy test as a finding in its specimen. */
export function writePregnancyTest({ on, result, specimen }: FactContentOf<'pregnancy_test'>): Written {
  const values = {
    ...resultOf('LB', pregnancyTest, capitals(result)),
    LBCAT: pregnancyTest.category,
    LBSPEC: specimen && capitals(specimen),
    LBDTC: on,
  }
  return { parts: [{ domain: 'LB', values }], used: ['on', 'result', 'specimen'] }
}

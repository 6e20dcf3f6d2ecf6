import { type Analyte, analytes } from '../analytes.ts'
import { unitText } from '../unit-text.ts'
import { unitsOf } from '../units.ts'

/** The code of an analyte in a unit: mass and molar concentrations of bilirubin and creatinine have one each. */
export function loincOf(analyte: Analyte, unit: string): string {
  const [first, second] = analytes[analyte].loinc
  return unit === 'mg/dL' && second !== undefined ? second : first
}

/** The UCUM unit that a printed one stands for, among those of the analyte; else the text as typed. */
export function ucumOf(printed: string, analyte: Analyte | undefined): string {
  const text = printed.trim()
  if (analyte === undefined) return text
  const wanted = plainUnit(text)
  const known = unitsOf(analyte)
  return known.find(unit => [unit, unitText(unit)].some(form => plainUnit(form) === wanted)) ?? text
}

function plainUnit(unit: string): string {
  return unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s×x[\]{}]/g, '')
    .replace(/[μµ]/g, 'u')
    .replace(/^(?:\*|e)?10(?:\^|\*\*?|e)?(\d+)/, '10^$1')
    .replace(/秒|sec(?:onds?)?$/, 's')
}

/** The unit of an analyte that is printed in no other, as printed; else empty. */
export function onlyUnitOf(analyte: Analyte): string {
  const [only, ...others] = unitsOf(analyte)
  return only === undefined || others.length > 0 ? '' : unitText(only)
}

/** A printed unit in the form in which units are shown, where it is one of the test's; else as typed. */
export function tidyUnit(printed: string, analyte: Analyte | undefined): string {
  const unit = ucumOf(printed, analyte)
  return analyte !== undefined && unitsOf(analyte).includes(unit) ? unitText(unit) : printed
}

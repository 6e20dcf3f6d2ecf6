const UNITS: Readonly<Record<string, string>> = {
  'umol/L': 'µmol/L',
  'ukat/L': 'µkat/L',
  'ug/L': 'µg/L',
  'ug/dL': 'µg/dL',
  '10*9/L': '×10⁹/L',
  '10*3/uL': '×10³/µL',
  '[IU]/mL': 'IU/mL',
  '[IU]/L': 'IU/L',
  'k[IU]/mL': 'kIU/mL',
  'k[IU]/L': 'kIU/L',
  '{INR}': '',
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  'cm.s': 'cm·s',
}

/** A UCUM unit as reports print it; a unit without a print form stands as it is. */
export function unitText(ucum: string): string {
  return UNITS[ucum] ?? ucum
}

const UCUM =
  /(?<= )(?:umol\/L|ukat\/L|ug\/d?L|10\*9\/L|10\*3\/uL|k?\[IU\]\/m?L|mm\[Hg\]|Cel|cm\.s|mL\/min\/\{1\.73_m2\})(?![A-Za-z])/g
const NO_UNIT = / \{INR\}/g

/** A sentence with the units in it as reports print them. */
export function withPrintedUnits(text: string): string {
  return text.replace(NO_UNIT, '').replace(UCUM, unitText)
}

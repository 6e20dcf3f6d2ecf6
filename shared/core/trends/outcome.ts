import type { NoScore } from '../scores/result.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'

/** A score, or what it lacks. */
export type Outcome =
  | { readonly value: number; readonly category: string | null }
  | { readonly lacks: readonly LocalizedText[] }

/** What the fields of the scores are called. */
const fieldNames: Readonly<Record<string, LocalizedText>> = {
  bilirubinUmolPerL: text('bilirubin (µmol/L)', '胆红素（µmol/L）'),
  creatinineUmolPerL: text('creatinine (µmol/L)', '肌酐（µmol/L）'),
  albuminGPerL: text('albumin (g/L)', '白蛋白（g/L）'),
  inr: verbatim('INR'),
  prothrombinSecondsProlonged: text('PT above control (s)', 'PT较对照延长（s）'),
  sodiumMmolPerL: text('sodium (mmol/L)', '钠（mmol/L）'),
  plateletsGigaPerL: text('platelets (×10⁹/L)', '血小板（×10⁹/L）'),
  altUPerL: verbatim('ALT (U/L)'),
  astUPerL: verbatim('AST (U/L)'),
  alpUPerL: verbatim('ALP (U/L)'),
  altUpperLimitUPerL: text('upper limit of ALT (U/L)', 'ALT参考值上限（U/L）'),
  astUpperLimitUPerL: text('upper limit of AST (U/L)', 'AST参考值上限（U/L）'),
  alpUpperLimitUPerL: text('upper limit of ALP (U/L)', 'ALP参考值上限（U/L）'),
  ageYears: text('age (years)', '年龄（岁）'),
  diameterMm: text('portal vein diameter (mm)', '门静脉内径（mm）'),
  meanVelocityCmPerS: text('portal vein mean velocity (cm/s)', '门静脉平均流速（cm/s）'),
}

const nameOf = (field: string): LocalizedText => fieldNames[field] ?? verbatim(field)

/** A value that no living patient has is said to be that, and not computed with; an age may also be one too young. */
export function whyNot(result: NoScore): LocalizedText {
  if (result.state === 'missing') {
    const names = result.fields.map(nameOf)
    return text(names.map(({ en }) => en).join(', '), names.map(name => name['zh-CN']).join('、'))
  }
  const { field, low, high } = result
  const name = nameOf(field)
  return text(
    `${name.en} outside the range of the formula (${low} to ${high})`,
    `${name['zh-CN']}超出公式适用范围（${low}～${high}）`,
  )
}

import { Analyte, analyteOfLoinc, analytes } from '../analytes.ts'
import { LoincCode } from '../facts/laboratory.ts'
import { unitsOf } from '../units.ts'
import { ucumOf } from './printed-unit.ts'

/** Names under which reports print a test, besides those of `analytes`. */
const otherNames: Readonly<Record<Analyte, readonly string[]>> = {
  alanine_aminotransferase: ['GPT', 'SGPT', 'ALAT', '谷丙', '谷丙转氨酶', '丙氨酸转氨酶'],
  aspartate_aminotransferase: [
    'GOT',
    'SGOT',
    'ASAT',
    '谷草',
    '谷草转氨酶',
    '门冬氨酸氨基转移酶',
    '天冬氨酸转氨酶',
  ],
  bilirubin_total: ['TB', 'TBil', 'T-BIL', '总胆'],
  bilirubin_direct: ['DB', 'D-BIL', 'CBIL', '直胆', '结合胆红素'],
  albumin: ['Alb', '血清白蛋白'],
  gamma_glutamyl_transferase: ['γ-GT', 'GGTP', 'γ-GGT', '谷氨酰转肽酶', 'γ-谷氨酰转肽酶', 'γ-谷氨酰基转移酶'],
  alkaline_phosphatase: ['AKP', '碱磷酶'],
  cholinesterase: ['ChE', 'PChE', '血清胆碱酯酶'],
  inr: ['PT-INR', 'INR值', '国际标准化比率'],
  prothrombin_time: ['PT秒', '凝血酶原时间测定'],
  prothrombin_activity: ['PT%', 'PT活动度', '凝血酶原活度', 'PT-A'],
  hbv_dna: ['HBVDNA', 'HBV-DNA', '乙型肝炎病毒DNA', '乙肝病毒脱氧核糖核酸', '乙肝DNA定量', '高敏HBV DNA'],
  creatinine: ['Cr', 'CRE', 'SCr', '血肌酐', '血清肌酐'],
  sodium: ['钠离子', '血钠', 'Na+'],
  platelets: ['血小板计数', '血小板总数'],
  leukocytes: ['白细胞计数', '白细胞总数'],
  neutrophils: ['NEUT#', 'ANC', 'NE#', '中性粒细胞绝对值', '中性粒细胞计数'],
  hemoglobin: ['Hb', '血色素', '血红蛋白浓度', 'hemoglobin'],
  alpha_fetoprotein: ['甲胎', 'α-FP', '血清甲胎蛋白'],
  immunoglobulin_g: ['免疫球蛋白 G'],
  immunoglobulin_a: ['免疫球蛋白 A'],
  immunoglobulin_m: ['免疫球蛋白 M'],
  ammonia: ['NH3', 'AMM', '氨', '血浆氨'],
}

/** The rows of a usual report for these trials, in the order in which laboratories print them. */
export const USUAL_TESTS: readonly Analyte[] = [
  'alanine_aminotransferase',
  'aspartate_aminotransferase',
  'bilirubin_total',
  'bilirubin_direct',
  'albumin',
  'gamma_glutamyl_transferase',
  'alkaline_phosphatase',
  'cholinesterase',
  'prothrombin_time',
  'inr',
  'prothrombin_activity',
  'creatinine',
  'sodium',
  'platelets',
  'leukocytes',
  'hemoglobin',
  'alpha_fetoprotein',
  'hbv_dna',
]

interface Named {
  readonly analyte: Analyte
  readonly names: readonly string[]
}

const all: readonly Named[] = Analyte.options.map(analyte => {
  const { abbreviation, name, loinc } = analytes[analyte]
  const spoken = [abbreviation, name.en, name['zh-CN'], ...otherNames[analyte]]
  return { analyte, names: [...spoken, ...loinc].map(plain) }
})
const byName = new Map(all.flatMap(({ analyte, names }) => names.map(name => [name, analyte] as const)))

/** Full-width forms, marks and blanks make no difference between names. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*★▲#·._:-]+/g, '')
}

/** What a test is in a report: an analyte, or a LOINC code that Lobule keeps without interpreting. */
export type TestName = { readonly analyte: Analyte } | { readonly loinc: string }

/** The same tests of another specimen than blood are other tests; urea (尿素) and uric acid (尿酸) are of blood. */
const ELSEWHERE = /尿(?![素酸])|腹水|胸水|脑脊液|粪|urin|ascit|pleural|csf|fa?ecal|stool/i

export function isElsewhere(name: string): boolean {
  return ELSEWHERE.test(name)
}

/**
 * The test of a printed name: `ALT`, `谷丙转氨酶`, `丙氨酸氨基转移酶(ALT)`, `ALT(U/L)`, `1742-6`. Undefined where none has
 * exactly this name: `PT(%)` is no `PT`, and `PT(INR)` says two things.
 */
export function findTest(text: string): TestName | undefined {
  const code = text.normalize('NFKC').trim()
  if (LoincCode.safeParse(code).success) {
    const analyte = analyteOfLoinc(code)
    return analyte === undefined ? { loinc: code } : { analyte }
  }
  const analyte = isElsewhere(code) ? undefined : (byName.get(plain(code)) ?? analyteInBrackets(code))
  return analyte === undefined ? undefined : { analyte }
}

/** What stands in brackets counts: it is part of the name, another name of the same test, or its unit. */
function analyteInBrackets(text: string): Analyte | undefined {
  const [, before = '', inside = '', after = ''] = /^(.*?)\s*[([](.*?)[)\]](.*)$/.exec(text) ?? []
  const whole = byName.get(plain(`${before}${inside}${after}`))
  if (whole !== undefined) return whole
  const [outer, inner] = [byName.get(plain(`${before}${after}`)), byName.get(plain(inside))]
  if (inner !== undefined) return outer === undefined || outer === inner ? inner : undefined
  return outer !== undefined && unitsOf(outer).includes(ucumOf(inside, outer)) ? outer : undefined
}

/** Tests by what is typed: those called exactly so, then those whose abbreviation or another name begins so, then the rest. */
export function searchTests(text: string): readonly Analyte[] {
  const wanted = plain(text)
  if (wanted === '') return Analyte.options
  return all
    .map(({ analyte, names }) => ({ analyte, rank: rankOf(names, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ analyte }) => analyte)
}

const NO_MATCH = 4

function rankOf(names: readonly string[], wanted: string): number {
  if (names.includes(wanted)) return 0
  if (names[0]?.startsWith(wanted)) return 1
  if (names.some(name => name.startsWith(wanted))) return 2
  return names.some(name => name.includes(wanted)) ? 3 : NO_MATCH
}

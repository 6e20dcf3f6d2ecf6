import { z } from 'zod'
import type { LocalizedText } from './text.ts'

/** A laboratory quantity that Lobule knows, whatever code, name or unit it arrives under. */
export const Analyte = z.enum([
  'alanine_aminotransferase',
  'aspartate_aminotransferase',
  'bilirubin_total',
  'bilirubin_direct',
  'albumin',
  'gamma_glutamyl_transferase',
  'alkaline_phosphatase',
  'cholinesterase',
  'inr',
  'prothrombin_time',
  'prothrombin_activity',
  'hbv_dna',
  'creatinine',
  'sodium',
  'platelets',
  'leukocytes',
  'neutrophils',
  'hemoglobin',
  'alpha_fetoprotein',
  'immunoglobulin_g',
  'immunoglobulin_a',
  'immunoglobulin_m',
  'ammonia',
])
export type Analyte = z.infer<typeof Analyte>

/** Names, codes and the unit in which Lobule compares one analyte. */
export interface AnalyteDefinition {
  readonly name: LocalizedText
  readonly abbreviation: string
  /** LOINC codes under which it arrives; the first is the preferred one for `unit`. */
  readonly loinc: readonly [string, ...string[]]
  /** UCUM. */
  readonly unit: string
}

/** Codes read from LOINC 2.71 tables and laboratory catalogues; deprecated codes are kept for old reports. */
export const analytes: Readonly<Record<Analyte, AnalyteDefinition>> = {
  alanine_aminotransferase: analyte('alanine aminotransferase', '丙氨酸氨基转移酶', 'ALT', ['1742-6'], 'U/L'),
  aspartate_aminotransferase: analyte(
    'aspartate aminotransferase',
    '天冬氨酸氨基转移酶',
    'AST',
    ['1920-8'],
    'U/L',
  ),
  bilirubin_total: analyte('total bilirubin', '总胆红素', 'TBIL', ['14631-6', '1975-2'], 'umol/L'),
  bilirubin_direct: analyte('direct bilirubin', '直接胆红素', 'DBIL', ['14629-0', '1968-7'], 'umol/L'),
  albumin: analyte('albumin', '白蛋白', 'ALB', ['1751-7'], 'g/L'),
  gamma_glutamyl_transferase: analyte(
    'gamma-glutamyl transferase',
    'γ-谷氨酰转移酶',
    'GGT',
    ['2324-2'],
    'U/L',
  ),
  alkaline_phosphatase: analyte('alkaline phosphatase', '碱性磷酸酶', 'ALP', ['6768-6'], 'U/L'),
  cholinesterase: analyte('cholinesterase', '胆碱酯酶', 'CHE', ['2098-2', '9509-1'], 'U/L'),
  inr: analyte('INR', '国际标准化比值', 'INR', ['6301-6', '5895-7'], '{INR}'),
  prothrombin_time: analyte('prothrombin time', '凝血酶原时间', 'PT', ['5902-2'], 's'),
  prothrombin_activity: analyte('prothrombin activity', '凝血酶原活动度', 'PTA', ['5894-1'], '%'),
  hbv_dna: analyte('HBV DNA', '乙肝病毒DNA', 'HBV DNA', ['42595-9'], '[IU]/mL'),
  creatinine: analyte('creatinine', '肌酐', 'CREA', ['14682-9', '2160-0'], 'umol/L'),
  sodium: analyte('sodium', '钠', 'Na', ['2951-2'], 'mmol/L'),
  platelets: analyte('platelets', '血小板', 'PLT', ['777-3'], '10*9/L'),
  leukocytes: analyte('leukocytes', '白细胞', 'WBC', ['6690-2'], '10*9/L'),
  neutrophils: analyte('neutrophils', '中性粒细胞', 'NEUT', ['751-8'], '10*9/L'),
  hemoglobin: analyte('haemoglobin', '血红蛋白', 'HGB', ['718-7'], 'g/L'),
  alpha_fetoprotein: analyte('alpha-fetoprotein', '甲胎蛋白', 'AFP', ['53962-7', '1834-1'], 'ng/mL'),
  immunoglobulin_g: analyte('immunoglobulin G', '免疫球蛋白G', 'IgG', ['2465-3'], 'g/L'),
  immunoglobulin_a: analyte('immunoglobulin A', '免疫球蛋白A', 'IgA', ['2458-8'], 'g/L'),
  immunoglobulin_m: analyte('immunoglobulin M', '免疫球蛋白M', 'IgM', ['2472-9'], 'g/L'),
  ammonia: analyte('ammonia', '血氨', 'NH3', ['16362-6'], 'umol/L'),
}

/** The analyte of a LOINC code, or undefined for a code that Lobule keeps without interpreting. */
export function analyteOfLoinc(loinc: string): Analyte | undefined {
  return byLoinc.get(loinc)
}

function analyte(
  en: string,
  zh: string,
  abbreviation: string,
  loinc: readonly [string, ...string[]],
  unit: string,
): AnalyteDefinition {
  return { name: { en, 'zh-CN': zh }, abbreviation, loinc, unit }
}

const byLoinc = new Map<string, Analyte>(
  Analyte.options.flatMap(name => analytes[name].loinc.map(code => [code, name] as const)),
)

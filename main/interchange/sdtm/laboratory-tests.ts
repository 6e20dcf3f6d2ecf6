import type { Analyte } from '#shared/core/analytes.ts'
import { cdiscTest, ownTest, type Test } from './kind-definition.ts'

type Category = 'CHEMISTRY' | 'COAGULATION' | 'HEMATOLOGY' | 'IMMUNOLOGY' | 'VIROLOGY'

interface LaboratoryTest extends Test {
  readonly category: Category
}

const of = (category: Category, test: Test): LaboratoryTest => ({ ...test, category })

/** LBTESTCD and LBTEST of what Lobule knows. Where the code list has no term that we know for certain, they are our own. */
export const laboratoryTests: Readonly<Record<Analyte, LaboratoryTest>> = {
  alanine_aminotransferase: of(
    'CHEMISTRY',
    cdiscTest('ALT', ['Alanine Aminotransferase', '丙氨酸氨基转移酶']),
  ),
  aspartate_aminotransferase: of(
    'CHEMISTRY',
    cdiscTest('AST', ['Aspartate Aminotransferase', '天冬氨酸氨基转移酶']),
  ),
  bilirubin_total: of('CHEMISTRY', cdiscTest('BILI', ['Bilirubin', '总胆红素'])),
  bilirubin_direct: of('CHEMISTRY', cdiscTest('BILDIR', ['Direct Bilirubin', '直接胆红素'])),
  albumin: of('CHEMISTRY', cdiscTest('ALB', ['Albumin', '白蛋白'])),
  gamma_glutamyl_transferase: of(
    'CHEMISTRY',
    cdiscTest('GGT', ['Gamma Glutamyl Transferase', 'γ-谷氨酰转移酶']),
  ),
  alkaline_phosphatase: of('CHEMISTRY', cdiscTest('ALP', ['Alkaline Phosphatase', '碱性磷酸酶'])),
  cholinesterase: of('CHEMISTRY', ownTest('CHE', ['Cholinesterase', '胆碱酯酶'])),
  inr: of('COAGULATION', cdiscTest('INR', ['Prothrombin Intl. Normalized Ratio', '国际标准化比值'])),
  prothrombin_time: of('COAGULATION', cdiscTest('PT', ['Prothrombin Time', '凝血酶原时间'])),
  prothrombin_activity: of('COAGULATION', ownTest('PTACTIV', ['Prothrombin Activity', '凝血酶原活动度'])),
  hbv_dna: of('VIROLOGY', ownTest('HBVDNA', ['Hepatitis B Virus DNA', '乙肝病毒DNA'])),
  creatinine: of('CHEMISTRY', cdiscTest('CREAT', ['Creatinine', '肌酐'])),
  sodium: of('CHEMISTRY', cdiscTest('SODIUM', ['Sodium', '钠'])),
  platelets: of('HEMATOLOGY', cdiscTest('PLAT', ['Platelets', '血小板'])),
  leukocytes: of('HEMATOLOGY', cdiscTest('WBC', ['Leukocytes', '白细胞'])),
  neutrophils: of('HEMATOLOGY', cdiscTest('NEUT', ['Neutrophils', '中性粒细胞'])),
  hemoglobin: of('HEMATOLOGY', cdiscTest('HGB', ['Hemoglobin', '血红蛋白'])),
  alpha_fetoprotein: of('CHEMISTRY', cdiscTest('AFP', ['Alpha Fetoprotein', '甲胎蛋白'])),
  immunoglobulin_g: of('IMMUNOLOGY', cdiscTest('IGG', ['Immunoglobulin G', '免疫球蛋白G'])),
  immunoglobulin_a: of('IMMUNOLOGY', cdiscTest('IGA', ['Immunoglobulin A', '免疫球蛋白A'])),
  immunoglobulin_m: of('IMMUNOLOGY', cdiscTest('IGM', ['Immunoglobulin M', '免疫球蛋白M'])),
  ammonia: of('CHEMISTRY', ownTest('NH3', ['Ammonia', '血氨'])),
}

/** A pregnancy test, as it was read. */
export const pregnancyTest = of('CHEMISTRY', ownTest('PREGTEST', ['Pregnancy Test', '妊娠试验']))

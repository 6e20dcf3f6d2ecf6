import { z } from 'zod'
import { type LocalizedText, text } from '../text.ts'

/** The system organ classes under which CTCAE v5.0 files its terms. */
export const organClasses = {
  blood_and_lymphatic_system_disorders: text('Blood and lymphatic system disorders', '血液及淋巴系统疾病'),
  cardiac_disorders: text('Cardiac disorders', '心脏器官疾病'),
  congenital_familial_and_genetic_disorders: text(
    'Congenital, familial and genetic disorders',
    '各种先天性家族性遗传性疾病',
  ),
  ear_and_labyrinth_disorders: text('Ear and labyrinth disorders', '耳及迷路类疾病'),
  endocrine_disorders: text('Endocrine disorders', '内分泌系统疾病'),
  eye_disorders: text('Eye disorders', '眼器官疾病'),
  gastrointestinal_disorders: text('Gastrointestinal disorders', '胃肠系统疾病'),
  general_disorders_and_administration_site_conditions: text(
    'General disorders and administration site conditions',
    '全身性疾病及给药部位各种反应',
  ),
  hepatobiliary_disorders: text('Hepatobiliary disorders', '肝胆系统疾病'),
  immune_system_disorders: text('Immune system disorders', '免疫系统疾病'),
  infections_and_infestations: text('Infections and infestations', '感染及侵染类疾病'),
  injury_poisoning_and_procedural_complications: text(
    'Injury, poisoning and procedural complications',
    '各类损伤、中毒及操作并发症',
  ),
  investigations: text('Investigations', '各类检查'),
  metabolism_and_nutrition_disorders: text('Metabolism and nutrition disorders', '代谢及营养类疾病'),
  musculoskeletal_and_connective_tissue_disorders: text(
    'Musculoskeletal and connective tissue disorders',
    '各种肌肉骨骼及结缔组织疾病',
  ),
  neoplasms_benign_malignant_and_unspecified: text(
    'Neoplasms benign, malignant and unspecified (incl cysts and polyps)',
    '良性、恶性及性质不明的肿瘤（包括囊状和息肉状）',
  ),
  nervous_system_disorders: text('Nervous system disorders', '各类神经系统疾病'),
  pregnancy_puerperium_and_perinatal_conditions: text(
    'Pregnancy, puerperium and perinatal conditions',
    '妊娠期、产褥期及围产期状况',
  ),
  psychiatric_disorders: text('Psychiatric disorders', '精神病类'),
  renal_and_urinary_disorders: text('Renal and urinary disorders', '肾脏及泌尿系统疾病'),
  reproductive_system_and_breast_disorders: text(
    'Reproductive system and breast disorders',
    '生殖系统及乳腺疾病',
  ),
  respiratory_thoracic_and_mediastinal_disorders: text(
    'Respiratory, thoracic and mediastinal disorders',
    '呼吸系统、胸及纵隔疾病',
  ),
  skin_and_subcutaneous_tissue_disorders: text(
    'Skin and subcutaneous tissue disorders',
    '皮肤及皮下组织类疾病',
  ),
  social_circumstances: text('Social circumstances', '社会环境'),
  surgical_and_medical_procedures: text('Surgical and medical procedures', '各种手术及医疗操作'),
  vascular_disorders: text('Vascular disorders', '血管与淋巴管类疾病'),
} as const satisfies Readonly<Record<string, LocalizedText>>

type OrganClassKey = keyof typeof organClasses
export const OrganClass = z.enum(Object.keys(organClasses) as [OrganClassKey, ...OrganClassKey[]])
export type OrganClass = z.infer<typeof OrganClass>

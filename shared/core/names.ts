import type { FactKind } from './facts/content.ts'
import type { LocalizedText } from './text.ts'

const name = (en: string, zh: string): LocalizedText => ({ en, 'zh-CN': zh })

/** What each kind of fact is called. */
export const factNames: Readonly<Record<FactKind | 'negative_finding' | 'not_known', LocalizedText>> = {
  hepatitis_b: name('hepatitis B', '乙型肝炎'),
  cirrhosis: name('cirrhosis', '肝硬化'),
  decompensation: name('hepatic decompensation', '肝功能失代偿'),
  other_cause_of_cirrhosis: name('other cause of cirrhosis', '肝硬化的其他病因'),
  liver_malignancy: name('liver malignancy', '肝脏恶性肿瘤'),
  family_liver_malignancy: name('family history of liver malignancy', '肝脏恶性肿瘤家族史'),
  other_tumour: name('tumour in another organ', '其他器官肿瘤'),
  hypersplenism: name('hypersplenism', '脾功能亢进'),
  serious_bleeding_tendency: name('serious bleeding tendency', '严重出血倾向'),
  active_bleeding: name('active bleeding', '活动性出血'),
  transplant_assessment: name('transplant assessment', '肝移植评估'),
  medical_history: name('medical history', '病史'),
  concomitant_medication: name('concomitant medication', '合并用药'),
  anticoagulation: name('anticoagulation', '抗凝治疗'),
  upper_gi_bleeding: name('upper gastrointestinal bleeding', '上消化道出血'),
  hepatic_encephalopathy: name('hepatic encephalopathy', '肝性脑病'),
  spontaneous_peritonitis: name('spontaneous peritonitis', '自发性腹膜炎'),
  infection: name('infection', '感染'),
  albumin_infusion: name('albumin infusion', '人血白蛋白输注'),
  paracentesis: name('paracentesis', '腹腔穿刺放液'),
  tips: name('TIPS', '经颈静脉肝内门体分流术'),
  cell_therapy: name('cell therapy', '细胞治疗'),
  dialysis: name('dialysis', '透析'),
  lactation: name('lactation', '哺乳'),
  conservative_treatment: name('medical conservative treatment', '内科保守治疗'),
  antiviral_treatment: name('antiviral treatment', '抗病毒治疗'),
  pregnancy_test: name('pregnancy test', '妊娠试验'),
  body_weight: name('body weight', '体重'),
  vital_signs: name('vital signs', '生命体征'),
  quality_of_life: name('quality of life', '生活质量'),
  laboratory: name('laboratory value', '实验室检查'),
  portal_vein: name('portal vein examination', '门静脉检查'),
  ascites: name('ascites', '腹水'),
  abdominal_girth: name('abdominal girth', '腹围'),
  liver_stiffness: name('liver stiffness', '肝脏硬度'),
  spleen_stiffness: name('spleen stiffness', '脾脏硬度'),
  spleen_size: name('spleen size', '脾脏大小'),
  histology: name('liver histology', '肝组织学'),
  consent: name('informed consent', '知情同意'),
  judgement: name("investigator's judgement", '研究者判断'),
  enrolment: name('enrolment', '入组'),
  negative_finding: name('negative finding', '阴性结果'),
  not_known: name('not known', '未知情况'),
}

/** What the attributes that rules ask about are called. */
const attributeNames: Readonly<Record<string, LocalizedText>> = {
  manifestation: name('manifestation', '表现'),
  type: name('type', '类型'),
  certainty: name('certainty', '确定性'),
  relation: name('relation', '亲属关系'),
  line: name('line of kinship', '亲系'),
  generationsApart: name('generations apart', '相隔代数'),
  site: name('site', '部位'),
  malignant: name('malignant', '恶性'),
  needsSplenectomy: name('needs splenectomy', '需脾切除'),
  suitability: name('suitability for transplantation', '是否适合肝移植'),
  donorLiver: name('donor liver', '供肝'),
  clinicallySignificant: name('clinically significant', '有临床意义'),
  westHaven: name('West Haven grade', 'West Haven 分级'),
  symptoms: name('symptoms', '症状'),
  qualityOfLife: name('quality of life', '生活质量'),
  result: name('result', '结果'),
  status: name('status', '状态'),
  grams: name('grams', '克数'),
}

const valueNames: Readonly<Record<string, LocalizedText>> = {
  yes: name('yes', '是'),
  no: name('no', '否'),
  suitable: name('suitable', '适合'),
  unsuitable: name('not suitable', '不适合'),
  available: name('available', '有'),
  none: name('none', '无'),
  positive: name('positive', '阳性'),
  negative: name('negative', '阴性'),
  signed: name('signed', '已签署'),
  not_yet: name('not signed yet', '尚未签署'),
  refused: name('refused', '拒绝'),
  withdrawn: name('withdrawn', '撤回'),
  relieved: name('relieved', '缓解'),
  not_relieved: name('not relieved', '未缓解'),
  improved: name('improved', '改善'),
  not_improved: name('not improved', '未改善'),
  viral: name('viral', '病毒性'),
  bacterial: name('bacterial', '细菌性'),
  fungal: name('fungal', '真菌性'),
  unidentified: name('unidentified', '病原不明'),
  alcoholic: name('alcoholic', '酒精性'),
  hepatitis_c: name('hepatitis C', '丙型肝炎'),
  autoimmune: name('autoimmune', '自身免疫性'),
  other: name('other', '其他'),
  minimal: name('minimal', '轻微型'),
  grade_1: name('grade 1', '1级'),
  grade_2: name('grade 2', '2级'),
  grade_3: name('grade 3', '3级'),
  grade_4: name('grade 4', '4级'),
  ungraded: name('not graded', '未分级'),
  lineal: name('direct line', '直系'),
  sibling: name('sibling', '同胞'),
  collateral: name('collateral line', '旁系'),
  confirmed: name('confirmed', '确诊'),
  suspected: name('suspected', '疑似'),
  enrolled: name('enrolled', '已入组'),
  dosed: name('dosed', '已给药'),
  completed: name('completed', '已完成'),
  discontinued: name('discontinued', '已退出'),
  ascites: name('ascites', '腹水'),
  variceal_bleeding: name('variceal bleeding', '静脉曲张破裂出血'),
  encephalopathy: name('encephalopathy', '肝性脑病'),
  jaundice: name('jaundice', '黄疸'),
}

/** What the outcomes of a criterion are called. */
export const outcomeNames = {
  satisfied: name('satisfied', '满足'),
  violated: name('violated', '违反'),
  unknown: name('unknown', '未知'),
  needs_judgement: name('needs judgement', '待判断'),
} as const

/** The name of a fact's attribute; the field's own name where it has none yet. */
export function attributeName(attribute: string): LocalizedText {
  return attributeNames[attribute] ?? name(attribute, attribute)
}

/** The words of an attribute's value; a value in free text or a number stands for itself. */
export function valueName(value: unknown): LocalizedText {
  return valueNames[String(value)] ?? name(String(value), String(value))
}

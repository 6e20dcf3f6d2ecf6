import { type LocalizedText, text } from '#shared/core/text.ts'
import { adverseEventVariables } from './adverse-event-variables.ts'
import { demographicsVariables } from './demographics-variables.ts'
import {
  eventVariables,
  findingVariables,
  identifiers,
  interventionVariables,
  spanVariables,
  subjectIdentifiers,
  type Variable,
  variable,
} from './variable.ts'

/** A data set: what it holds, whose it is, and its columns in order. */
export interface Domain {
  readonly label: LocalizedText
  readonly standard: 'SDTMIG 3.4' | 'Lobule'
  readonly variables: readonly Variable[]
}

const sdtm = (en: string, zh: string, variables: readonly Variable[]): Domain => ({
  label: text(en, zh),
  standard: 'SDTMIG 3.4',
  variables,
})

const method = (prefix: string) =>
  variable(`${prefix}METHOD`, ['Method of Test or Examination', '检查方法'], 'Perm')
const location = (prefix: string) => variable(`${prefix}LOC`, ['Location', '部位'], 'Perm')
const specimen = (prefix: string) => variable(`${prefix}SPEC`, ['Specimen Type', '标本类型'], 'Perm')
const fasting = (prefix: string) => variable(`${prefix}FAST`, ['Fasting Status', '空腹状态'], 'Perm')

const laboratoryVariables = [
  variable('LBORNRLO', ['Reference Range Lower Limit-Orig Unit', '参考范围下限（原始单位）'], 'Exp'),
  variable('LBORNRHI', ['Reference Range Upper Limit-Orig Unit', '参考范围上限（原始单位）'], 'Exp'),
  variable('LBNRIND', ['Reference Range Indicator', '参考范围判断'], 'Exp'),
  variable('LBNAM', ['Laboratory Name', '实验室名称'], 'Perm'),
  variable('LBLOINC', ['LOINC Code', 'LOINC 编码'], 'Perm'),
  specimen('LB'),
  variable('LBSPCCND', ['Specimen Condition', '标本状态'], 'Perm'),
  variable('LBCTRL', ['Control Value of the Run', '本批对照值'], 'ours'),
]

const medicationVariables = [
  variable('CMINDC', ['Indication', '适应证'], 'Perm'),
  variable('CMCLASCD', ['Medication Class Code (ATC)', '药物分类编码（ATC）'], 'Perm'),
  variable('CMDOSE', ['Dose per Administration', '每次剂量'], 'Perm', 'Num'),
  variable('CMDOSTXT', ['Dose Description', '剂量描述'], 'Perm'),
  variable('CMDOSU', ['Dose Units', '剂量单位'], 'Perm'),
]

const exposureVariables = [
  variable('EXREFID', ['Reference ID (on the label)', '标签标识'], 'Perm'),
  variable('EXDOSE', ['Dose', '剂量'], 'Exp', 'Num'),
  variable('EXDOSU', ['Dose Units', '剂量单位'], 'Exp'),
  variable('EXNUM', ['Number of the Dose', '给药序号'], 'ours', 'Num'),
]

const dispositionVariables = [
  ...identifiers('DS'),
  variable('DSTERM', ['Reported Term for the Disposition Event', '处置事件报告术语'], 'Req'),
  variable('DSDECOD', ['Standardized Disposition Term', '处置事件标准术语'], 'Req'),
  variable('DSCAT', ['Category for Disposition Event', '处置事件类别'], 'Exp'),
  variable('DSSTDTC', ['Start Date/Time of Disposition Event', '处置事件日期时间'], 'Exp'),
  variable('DSSTDY', ['Study Day of Start', '开始研究日'], 'Exp', 'Num'),
]

const visitVariables = [
  ...identifiers('SV'),
  variable('VISIT', ['Visit Name', '访视名称'], 'Perm'),
  variable('SVPRESP', ['Pre-specified', '是否预先计划'], 'Exp'),
  variable('SVOCCUR', ['Occurrence', '是否进行'], 'Exp'),
  variable('SVREASOC', ['Reason for Occur Value', '未进行或进行原因'], 'Perm'),
  variable('SVCNTMOD', ['Contact Mode', '访视方式'], 'Perm'),
  ...spanVariables('SV').filter(({ name }) => !name.endsWith('TPT')),
]

const criterionVariables = [
  ...identifiers('IE'),
  variable('IETESTCD', ['Inclusion/Exclusion Criterion Short Name', '入排标准代码'], 'Req'),
  variable('IETEST', ['Inclusion/Exclusion Criterion', '入排标准'], 'Req'),
  variable('IECAT', ['Inclusion/Exclusion Category', '入选或排除'], 'Req'),
  variable('IEORRES', ['I/E Criterion Original Result', '原始判断'], 'Req'),
  variable('IESTRESC', ['I/E Criterion Result in Std Format', '标准化判断'], 'Req'),
  variable('IEDTC', ['Date/Time of Collection', '判断日期'], 'Perm'),
  variable('IEDY', ['Study Day of Collection', '判断研究日'], 'Perm', 'Num'),
  variable('IEWHY', ['Explanation', '说明'], 'ours'),
]

const deviationVariables = [
  ...identifiers('DV'),
  variable('DVTERM', ['Protocol Deviation Term', '方案偏离描述'], 'Req'),
  variable('DVDECOD', ['Protocol Deviation Coded Term', '方案偏离分类'], 'Perm'),
  variable('DVCAT', ['Category for Protocol Deviation', '方案偏离类别'], 'Perm'),
  variable('DVSTDTC', ['Start Date/Time of Deviation', '偏离开始日期'], 'Perm'),
  variable('DVSTDY', ['Study Day of Start', '开始研究日'], 'Perm', 'Num'),
  variable('DVREAS', ['Reason Given by the Site', '中心所述原因'], 'ours'),
  variable('DVACTN', ['Action Taken by the Site', '中心采取的措施'], 'ours'),
]

const aboutVariables = [
  variable('FAREFID', ['Reference ID (the fact it is about)', '所涉记录编号'], 'Perm'),
  variable('FAOBJ', ['Object of the Observation', '观察对象'], 'Req'),
  variable('FAEVAL', ['Evaluator', '评估者'], 'Perm'),
]

const commentVariables = [
  ...subjectIdentifiers,
  variable('RDOMAIN', ['Related Domain Abbreviation', '相关数据域'], 'Perm'),
  variable('COSEQ', ['Sequence Number', '序号'], 'Req', 'Num'),
  variable('COSPID', ['Sponsor-Defined Identifier', '记录编号'], 'ours'),
  variable('IDVAR', ['Identifying Variable', '标识变量'], 'Perm'),
  variable('IDVARVAL', ['Identifying Variable Value', '标识变量值'], 'Perm'),
  variable('COREF', ['Comment Reference', '所属项目'], 'Perm'),
  variable('COVAL', ['Comment', '文字内容'], 'Req'),
]

const supplementVariables = [
  variable('STUDYID', ['Study Identifier', '研究编号'], 'Req'),
  variable('RDOMAIN', ['Related Domain Abbreviation', '相关数据域'], 'Req'),
  variable('USUBJID', ['Unique Subject Identifier', '受试者唯一编号'], 'Req'),
  variable('IDVAR', ['Identifying Variable', '标识变量'], 'Exp'),
  variable('IDVARVAL', ['Identifying Variable Value', '标识变量值'], 'Exp'),
  variable('QNAM', ['Qualifier Variable Name', '补充变量名'], 'Req'),
  variable('QLABEL', ['Qualifier Variable Label', '补充变量标签'], 'Req'),
  variable('QVAL', ['Data Value', '数据值'], 'Req'),
  variable('QORIG', ['Origin', '来源'], 'Req'),
  variable('QSPID', ['Identifier of the Fact', '记录编号'], 'ours'),
  variable('QPATH', ['Name in the Record', '记录中的名称'], 'ours'),
]

/** Every data set in the order in which they are written; DM first, since the others are filled while it is. */
export const domains = {
  DM: sdtm('Demographics', '人口学资料', demographicsVariables),
  IE: sdtm('Inclusion/Exclusion Criteria Not Met', '未满足的入排标准', criterionVariables),
  MH: sdtm('Medical History', '病史', eventVariables('MH')),
  CM: sdtm(
    'Concomitant/Prior Medications',
    '既往及合并用药',
    interventionVariables('CM', medicationVariables),
  ),
  PR: sdtm('Procedures', '操作', interventionVariables('PR')),
  LB: sdtm('Laboratory Test Results', '实验室检查结果', findingVariables('LB', laboratoryVariables)),
  CV: sdtm(
    'Cardiovascular System Findings (portal vein)',
    '心血管系统检查（门静脉）',
    findingVariables('CV', [location('CV'), method('CV'), fasting('CV')]),
  ),
  MI: sdtm('Microscopic Findings', '镜检结果', findingVariables('MI', [specimen('MI')])),
  QS: sdtm('Questionnaires', '问卷', findingVariables('QS')),
  VS: sdtm('Vital Signs', '生命体征', findingVariables('VS')),
  XI: {
    label: text('Imaging and Elastography of Liver and Spleen', '肝脾影像与弹性检查'),
    standard: 'Lobule',
    variables: findingVariables('XI', [location('XI'), method('XI')]),
  },
  AE: sdtm('Adverse Events', '不良事件', adverseEventVariables),
  FA: sdtm(
    'Findings About Events or Interventions',
    '事件或干预的相关发现',
    findingVariables('FA', aboutVariables),
  ),
  EX: sdtm('Exposure', '研究产品使用', interventionVariables('EX', exposureVariables)),
  DS: sdtm('Disposition', '受试者处置', dispositionVariables),
  SS: sdtm('Subject Status', '受试者状态', findingVariables('SS')),
  SV: sdtm('Subject Visits', '受试者访视', visitVariables),
  DV: sdtm('Protocol Deviations', '方案偏离', deviationVariables),
  CO: sdtm('Comments', '文字说明', commentVariables),
  SUPPQUAL: sdtm('Supplemental Qualifiers', '补充修饰变量', supplementVariables),
} as const satisfies Readonly<Record<string, Domain>>

export type DomainCode = keyof typeof domains

import { identifiers, spanVariables, variable } from './variable.ts'

/** The ICH E2A criteria, each a flag of its own, with what the record calls them. */
export const seriousnessFlags = {
  death: variable('AESDTH', ['Results in Death', '导致死亡'], 'Perm'),
  life_threatening: variable('AESLIFE', ['Is Life Threatening', '危及生命'], 'Perm'),
  hospitalisation: variable('AESHOSP', ['Requires or Prolongs Hospitalization', '导致或延长住院'], 'Perm'),
  disability: variable('AESDISAB', ['Persist or Signif Disability/Incapacity', '永久或显著残疾'], 'Perm'),
  congenital_anomaly: variable('AESCONG', ['Congenital Anomaly or Birth Defect', '先天性异常'], 'Perm'),
  important_medical_event: variable(
    'AESMIE',
    ['Other Medically Important Serious Event', '其他重要医学事件'],
    'Perm',
  ),
}

/** AE. Its grade is the worst of those that followed each other; these stand in SUPPQUAL. */
export const adverseEventVariables = [
  ...identifiers('AE'),
  variable('AETERM', ['Reported Term for the Adverse Event', '不良事件报告术语'], 'Req'),
  variable('AEDECOD', ['Dictionary-Derived Term', '词典术语'], 'Req'),
  variable('AEBODSYS', ['Body System or Organ Class', '系统器官分类'], 'Exp'),
  variable('AESER', ['Serious Event', '是否严重'], 'Exp'),
  variable('AEACN', ['Action Taken with Study Treatment', '对研究治疗采取的措施'], 'Exp'),
  variable('AEREL', ['Causality', '因果关系'], 'Exp'),
  variable('AEOUT', ['Outcome of Adverse Event', '转归'], 'Perm'),
  ...Object.values(seriousnessFlags),
  variable('AECONTRT', ['Concomitant or Additional Trtmnt Given', '是否给予治疗'], 'Perm'),
  variable('AETOXGR', ['Standard Toxicity Grade (worst)', '毒性分级（最高）'], 'Perm'),
  variable('AECTCAE', ['CTCAE v5.0 Term', 'CTCAE v5.0 术语'], 'ours'),
  ...spanVariables('AE'),
]

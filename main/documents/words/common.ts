import type { Role } from '#shared/core/person.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** What every document says. */
export const common = {
  siteNumber: text('Site', '中心编号'),
  document: text('Document', '文件'),
  hashShort: text('SHA-256', 'SHA-256'),
  siteCertificate: text('Site certificate', '中心证书'),
  noAuthority: text('none yet', '尚无'),
  noBuild: text('run from its sources', '由源代码运行'),
  training: text('TRAINING DATA', '培训数据'),
  preview: text('PREVIEW – not signed', '预览，未签署'),
  none: text('none', '无'),
  notKnown: text('not known', '未知'),
  notChosen: text('not chosen', '未选定'),
  version: text('version', '版本'),
  protocol: text('Protocol', '方案'),
  definition: text('Protocol definition', '方案定义'),
  criteria: text('Site criteria', '本中心标准'),
  approvedOn: text('approved on', '批准日期'),
  candidate: text('Candidate', '受试者'),
  subjectNumber: text('Subject number', '受试者编号'),
  initials: text('Initials', '姓名缩写'),
  sex: text('Sex', '性别'),
  birthDate: text('Date of birth', '出生日期'),
  female: text('female', '女'),
  male: text('male', '男'),
  unknown: text('unknown', '未知'),
  from: text('From', '自'),
  to: text('To', '至'),
  reason: text('Reason', '理由'),
  ongoing: text('ongoing', '持续中'),
  role: text('Role', '角色'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const roleNames: Readonly<Record<Role, LocalizedText>> = {
  principal_investigator: text('Principal investigator', '主要研究者'),
  sub_investigator: text('Sub-investigator', '次要研究者'),
  coordinator: text('Coordinator', '研究协调员'),
  monitor: text('Monitor', '监查员'),
  administrator: text('Administrator', '系统管理员'),
}

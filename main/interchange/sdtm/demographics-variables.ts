import { subjectIdentifiers, variable } from './variable.ts'

/** DM. What tells an arm is not among them: Lobule holds no allocation (trust.md K1). */
export const demographicsVariables = [
  ...subjectIdentifiers,
  variable('SUBJID', ['Subject Identifier for the Study', '研究内受试者编号'], 'Req'),
  variable('RFSTDTC', ['Subject Reference Start Date/Time', '参照开始日期时间'], 'Exp'),
  variable('RFENDTC', ['Subject Reference End Date/Time', '参照结束日期时间'], 'Exp'),
  variable('RFXSTDTC', ['Date/Time of First Study Treatment', '首次研究治疗日期时间'], 'Exp'),
  variable('RFXENDTC', ['Date/Time of Last Study Treatment', '末次研究治疗日期时间'], 'Exp'),
  variable('RFICDTC', ['Date/Time of Informed Consent', '知情同意日期时间'], 'Exp'),
  variable('RFPENDTC', ['Date/Time of End of Participation', '参与结束日期时间'], 'Exp'),
  variable('DTHDTC', ['Date/Time of Death', '死亡日期时间'], 'Exp'),
  variable('DTHFL', ['Subject Death Flag', '死亡标志'], 'Exp'),
  variable('SITEID', ['Study Site Identifier', '研究中心编号'], 'Req'),
  variable('BRTHDTC', ['Date/Time of Birth', '出生日期'], 'Perm'),
  variable('AGE', ['Age', '年龄'], 'Exp', 'Num'),
  variable('AGEU', ['Age Units', '年龄单位'], 'Exp'),
  variable('SEX', ['Sex', '性别'], 'Req'),
  variable('SCRNUM', ['Screening Number', '筛选号'], 'ours'),
  variable('REGDTC', ['Day of Registration', '登记日期'], 'ours'),
  variable('INITIALS', ['Initials (not where pseudonymised)', '姓名缩写（去标识化时不列）'], 'ours'),
  variable('FULLNAME', ['Name (not where pseudonymised)', '姓名（去标识化时不列）'], 'ours'),
]

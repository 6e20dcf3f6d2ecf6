import { type LocalizedText, text } from '#shared/core/text.ts'

/** How SDTMIG 3.4 classes a variable, or that it is one of Lobule's own. */
type Core = 'Req' | 'Exp' | 'Perm' | 'ours'

/** A column of a data set. */
export interface Variable {
  readonly name: string
  readonly label: LocalizedText
  readonly type: 'Char' | 'Num'
  readonly core: Core
}

/** A variable of SDTMIG 3.4, or with core `ours` one of Lobule's. */
export function variable(
  name: string,
  label: readonly [en: string, zh: string],
  core: Core,
  type: Variable['type'] = 'Char',
): Variable {
  return { name, label: text(...label), type, core }
}

/** What every data set but DM, CO and SUPPQUAL begins with; the sponsor-defined identifier is the id of the fact. */
export function identifiers(prefix: string): Variable[] {
  return [
    ...subjectIdentifiers,
    variable(`${prefix}SEQ`, ['Sequence Number', '序号'], 'Req', 'Num'),
    variable(`${prefix}SPID`, ['Sponsor-Defined Identifier', '记录编号'], 'Perm'),
  ]
}

/** Of which trial and of whom. */
export const subjectIdentifiers: readonly Variable[] = [
  variable('STUDYID', ['Study Identifier', '研究编号'], 'Req'),
  variable('DOMAIN', ['Domain Abbreviation', '数据域缩写'], 'Req'),
  variable('USUBJID', ['Unique Subject Identifier', '受试者唯一编号'], 'Req'),
]

/** Whether it was asked for and had happened, and why it is not known. */
function occurrence(prefix: string): Variable[] {
  return [
    variable(`${prefix}PRESP`, ['Pre-Specified', '是否预先指定询问'], 'Perm'),
    variable(`${prefix}OCCUR`, ['Occurrence', '是否发生'], 'Perm'),
    ...completion(prefix),
  ]
}

function completion(prefix: string): Variable[] {
  return [
    variable(`${prefix}STAT`, ['Completion Status', '完成状态'], 'Perm'),
    variable(`${prefix}REASND`, ['Reason Not Done', '未完成原因'], 'Perm'),
  ]
}

/** From when to when, in calendar time and as study days. */
export function spanVariables(prefix: string): Variable[] {
  return [
    variable(`${prefix}STDTC`, ['Start Date/Time', '开始日期时间'], 'Exp'),
    variable(`${prefix}ENDTC`, ['End Date/Time', '结束日期时间'], 'Exp'),
    variable(`${prefix}STDY`, ['Study Day of Start', '开始研究日'], 'Perm', 'Num'),
    variable(`${prefix}ENDY`, ['Study Day of End', '结束研究日'], 'Perm', 'Num'),
    variable(`${prefix}ENRTPT`, ['End Relative to Reference Time Point', '相对参照时点的结束状态'], 'Perm'),
    variable(`${prefix}ENTPT`, ['End Reference Time Point', '结束参照时点'], 'Perm'),
  ]
}

/** A data set of the events class. */
export function eventVariables(prefix: string, own: readonly Variable[] = []): Variable[] {
  return [
    ...identifiers(prefix),
    variable(`${prefix}TERM`, ['Reported Term', '报告术语'], 'Req'),
    variable(`${prefix}CAT`, ['Category', '类别'], 'Perm'),
    ...own,
    ...occurrence(prefix),
    ...spanVariables(prefix),
  ]
}

/** A data set of the interventions class. */
export function interventionVariables(prefix: string, own: readonly Variable[] = []): Variable[] {
  return [
    ...identifiers(prefix),
    variable(`${prefix}TRT`, ['Reported Name of Treatment', '治疗名称'], 'Req'),
    variable(`${prefix}CAT`, ['Category', '类别'], 'Perm'),
    ...own,
    ...occurrence(prefix),
    ...spanVariables(prefix),
  ]
}

/** A data set of the findings class. */
export function findingVariables(prefix: string, own: readonly Variable[] = []): Variable[] {
  return [
    ...identifiers(prefix),
    variable(`${prefix}TESTCD`, ['Test Short Name', '检查项目代码'], 'Req'),
    variable(`${prefix}TEST`, ['Test Name', '检查项目名称'], 'Req'),
    variable(`${prefix}CAT`, ['Category', '类别'], 'Perm'),
    variable(`${prefix}ORRES`, ['Result in Original Units', '原始结果'], 'Exp'),
    variable(`${prefix}ORRESU`, ['Original Units', '原始单位'], 'Exp'),
    variable(`${prefix}STRESC`, ['Character Result in Standard Format', '标准化结果（字符）'], 'Exp'),
    variable(`${prefix}STRESN`, ['Numeric Result in Standard Units', '标准化结果（数值）'], 'Exp', 'Num'),
    variable(`${prefix}STRESU`, ['Standard Units', '标准单位'], 'Exp'),
    ...completion(prefix),
    ...own,
    variable(`${prefix}DTC`, ['Date/Time of Finding', '检查日期时间'], 'Exp'),
    variable(`${prefix}ENDTC`, ['End Date/Time of Finding', '检查结束日期时间'], 'Perm'),
    variable(`${prefix}DY`, ['Study Day of Finding', '检查研究日'], 'Perm', 'Num'),
  ]
}

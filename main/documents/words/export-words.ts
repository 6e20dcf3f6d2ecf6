import type { ExportFormat } from '#shared/core/exports/request.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** What the manifest of an export says. */
export const exportWords = {
  title: text('Manifest of an export', '数据导出清单'),
  what: text('Content', '内容'),
  why: text('Reason', '导出理由'),
  whose: text('Of', '范围'),
  everybody: text('all patients of the site', '本中心全部受试者'),
  everyProtocol: text('all protocols, and patients in none', '全部方案及未入组者'),
  form: text('Form', '形式'),
  pseudonymised: text(
    'pseudonymised: without initials, full name and contact; of the date of birth the year; people of the site by number and role',
    '已去标识：不含姓名缩写、姓名及联系方式；出生日期仅保留年份；研究人员仅以编号与角色标识',
  ),
  identified: text(
    'not pseudonymised: with initials, dates of birth and the names of the people of the site',
    '未去标识：含姓名缩写、出生日期及研究人员姓名',
  ),
  subjects: text('Patients', '受试者例数'),
  facts: text('Facts', '记录条数'),
  documents: text('Documents', '文件份数'),
  size: text('Files', '文件总数'),
  trail: text('Audit trail up to', '稽查轨迹截至'),
  entry: (seq: number) => text(`entry ${seq}`, `第 ${seq} 条`),
  exportId: text('Export', '导出编号'),
  files: text('Files', '文件'),
  number: text('No.', '序号'),
  path: text('File', '文件名'),
  bytes: text('Bytes', '字节数'),
  hash: text('SHA-256', 'SHA-256'),
  note: text(
    'Beside these files there are only this manifest (manifest.pdf) and its content for machines (manifest.json). A file that is missing, changed or added can be told by this list: give the folder or the ZIP to the verifier page, or run “lobule verify”. No treatment allocation is in any of them: Lobule knows none.',
    '除所列文件外，仅另有本清单（manifest.pdf）及其机器可读内容（manifest.json）。将文件夹或 ZIP 载入验证页面，或运行“lobule verify”，即可据此发现缺失、更改或多出的文件。所有文件均不含治疗分组：Lobule 不知晓分组。',
  ),
} as const

export const exportFormatNames: Readonly<Record<ExportFormat, LocalizedText>> = {
  odm: text('CDISC ODM 1.3.2', 'CDISC ODM 1.3.2'),
  sdtm: text('SDTM-like set of CSV files', '类 SDTM 的 CSV 数据集'),
  fhir: text('FHIR R4 bundle', 'FHIR R4 数据包'),
  csv: text('CSV, wide and long', 'CSV（宽表与长表）'),
  dossier: text('Inspection dossier', '检查资料卷宗'),
}

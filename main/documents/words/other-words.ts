import type { SignatureStatus } from '#shared/core/signatures/status.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'
import { caseWords, summaryWords } from './case-words.ts'
import { causalityWords } from './causality-words.ts'
import { deviationWords } from './deviation-words.ts'
import { eligibilityWords } from './eligibility-words.ts'
import { exportWords } from './export-words.ts'
import { listingWords } from './listing-words.ts'
import { trendWords } from './trend-words.ts'
import { worksheetWords } from './worksheet-words.ts'

/** What the readings and site criteria of a protocol say around what was chosen. */
export const configurationWords = {
  title: text('Readings and site criteria', '解读与本中心标准'),
  readings: text('Readings', '解读'),
  readingsNone: text('This protocol leaves no reading to choose.', '该方案无须选定解读。'),
  criteria: text('Site criteria', '本中心标准'),
  criteriaNone: text(
    'The site entered no criteria of its own: those of the published record apply.',
    '本中心未另行录入标准，适用公开登记记录所载标准。',
  ),
  approvedOn: text('Approved on', '批准日期'),
  rule: text('The rule as Lobule applies it', 'Lobule 所用规则'),
  open: text('not chosen', '项未选定'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** What readings are about. */
export const scopeNames: Readonly<Record<string, LocalizedText>> = {
  eligibility: text('Eligibility', '入选'),
  dosing: text('Dosing', '给药'),
  schedule: text('Schedule', '访视安排'),
  outcome: text('Outcomes', '结局'),
}

export const logWords = {
  title: text('Screening log', '筛选登记表'),
  on: text('As of', '截至'),
  candidates: text('Candidates', '受试者'),
  candidatesNone: text('Nobody has been registered for screening.', '尚无登记筛选的受试者。'),
  number: text('Screening number', '筛选号'),
  born: text('Born', '出生日期'),
  registration: text('Registration', '登记日'),
  projected: text('projected', '推算'),
  signed: text('Signed', '已签署'),
  for: text('for', '登记日'),
  notSigned: text('no decision signed', '尚未签署判定'),
  notScreened: text('not screened', '未筛选'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const statusNames: Readonly<Record<SignatureStatus, LocalizedText>> = {
  current: text('holds', '有效'),
  awaiting_countersignature: text('awaits countersignature', '待会签'),
  expired: text('expired', '已过期'),
  not_current: text('no longer covers current data', '不再涵盖现有数据'),
  withdrawn: text('withdrawn', '已撤回'),
}

export const trailWords = {
  title: text('Audit trail extract', '稽查轨迹摘录'),
  ofSite: text('of the site', '全中心'),
  days: text('Days (UTC)', '日期（UTC）'),
  whole: text('all', '全部'),
  printed: text('Entries printed', '列出条目'),
  verified: text('The whole trail verified', '稽查轨迹已整体核验'),
  broken: text('The trail does not verify', '稽查轨迹核验未通过'),
  entriesHead: text('entries, head', '条，链首'),
  noProblem: text('No entry is missing, changed or out of order.', '无条目缺失、被改或次序有误。'),
  entry: text('entry', '条目'),
  seq: text('No.', '序号'),
  at: text('Time (UTC), offset of the site', '时间（UTC）及当地偏移'),
  who: text('Who', '人员'),
  action: text('What', '操作'),
  old: text('Old value', '原值'),
  new: text('New value', '新值'),
  reason: text('Reason, clock', '理由、时钟'),
  system: text('Lobule itself', 'Lobule 自身'),
  clock: text('clock', '时钟'),
  none: text('No entry lies within these bounds.', '此范围内无条目。'),
  inWords: text(
    'Values are given in words; the attached record holds them as stored.',
    '各值以文字列出；所附记录保留其原始形式。',
  ),
  verdict: text('Verdict', '结论'),
  gone: text('no longer used', '不再采用'),
  late: text('entered later', '其后录入'),
  yes: text('yes', '是'),
  no: text('no', '否'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const certificateWords = {
  title: text('Site certificate', '中心证书'),
  fingerprint: text('Fingerprint (SHA-256)', '指纹（SHA-256）'),
  subject: text('Issued to', '颁发对象'),
  serial: text('Serial number', '序列号'),
  validFrom: text('Valid from', '生效时间'),
  validTo: text('Valid to', '失效时间'),
  certificate: text('Certificate', '证书'),
  certificateNote: text(
    'The certificate itself is in the attached record, as DER in base64.',
    '证书本身载于所附记录中（DER，base64）。',
  ),
  use: text('How to use this page', '本页用法'),
  filed: text(
    'Compared with Lobule on the site’s computer, and filed',
    '已与本中心电脑上的 Lobule 核对并归档',
  ),
  name: text('Name', '姓名'),
  hand: text('Signature by hand', '手写签名'),
  date: text('Date', '日期'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** What each kind of document is called, where another one tells of it. */
export const documentNames: Readonly<Record<string, LocalizedText>> = {
  eligibility: eligibilityWords.title,
  configuration: configurationWords.title,
  screening_log: logWords.title,
  trail_extract: trailWords.title,
  site_certificate: certificateWords.title,
  visit_worksheet: worksheetWords.title,
  chart_review: trendWords.title,
  deviation_list: deviationWords.title,
  causality: causalityWords.title,
  sae_report: caseWords.title,
  case_summary: summaryWords.title,
  event_listing: listingWords.title,
  export_manifest: exportWords.title,
}

export const certificateSteps: readonly LocalizedText[] = [
  text(
    '1. Compare the fingerprint with the one that Lobule shows under Settings, sign below by hand, and keep this page in the site file.',
    '1. 将指纹与 Lobule“设置”中所示逐组核对，在下方手写签名，并将本页存入研究者文件夹。',
  ),
  text(
    '2. Whoever verifies a document of this site types the fingerprint from this page into the verifier, or gives it the certificate. Take it from no page that came with the document itself.',
    '2. 验证本中心文件者须将本页所载指纹输入验证工具，或提供本证书；请勿采用随被验证文件一同传来的指纹。',
  ),
  text(
    '3. If the site ever replaces its certificate, keep both pages: documents signed under the earlier one go on to verify with it.',
    '3. 如本中心日后更换证书，请同时保留新旧两页：旧证书下签署的文件仍以旧证书验证。',
  ),
]

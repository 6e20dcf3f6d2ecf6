import { backups as enBackups } from './en/backups.ts'
import { candidates as enCandidates } from './en/candidates.ts'
import { causality as enCausality } from './en/causality.ts'
import { chart as enChart } from './en/chart.ts'
import { common as enCommon } from './en/common.ts'
import { conduct as enConduct } from './en/conduct.ts'
import { copies as enCopies } from './en/copies.ts'
import { documents as enDocuments } from './en/documents.ts'
import { exports as enExports } from './en/exports.ts'
import { imports as enImports } from './en/imports.ts'
import { inspection as enInspection } from './en/inspection.ts'
import { protocols as enProtocols } from './en/protocols.ts'
import { restore as enRestore } from './en/restore.ts'
import { safety as enSafety } from './en/safety.ts'
import { safetySite as enSafetySite } from './en/safety-site.ts'
import { screening as enScreening } from './en/screening.ts'
import { session as enSession } from './en/session.ts'
import { settings as enSettings } from './en/settings.ts'
import { shell as enShell } from './en/shell.ts'
import { signatures as enSignatures } from './en/signatures.ts'
import { trail as enTrail } from './en/trail.ts'
import { trends as enTrends } from './en/trends.ts'
import { trouble as enTrouble } from './en/trouble.ts'
import { verify as enVerify } from './en/verify.ts'
import { visits as enVisits } from './en/visits.ts'
import { backups as zhBackups } from './zh-CN/backups.ts'
import { candidates as zhCandidates } from './zh-CN/candidates.ts'
import { causality as zhCausality } from './zh-CN/causality.ts'
import { chart as zhChart } from './zh-CN/chart.ts'
import { common as zhCommon } from './zh-CN/common.ts'
import { conduct as zhConduct } from './zh-CN/conduct.ts'
import { copies as zhCopies } from './zh-CN/copies.ts'
import { documents as zhDocuments } from './zh-CN/documents.ts'
import { exports as zhExports } from './zh-CN/exports.ts'
import { imports as zhImports } from './zh-CN/imports.ts'
import { inspection as zhInspection } from './zh-CN/inspection.ts'
import { protocols as zhProtocols } from './zh-CN/protocols.ts'
import { restore as zhRestore } from './zh-CN/restore.ts'
import { safety as zhSafety } from './zh-CN/safety.ts'
import { safetySite as zhSafetySite } from './zh-CN/safety-site.ts'
import { screening as zhScreening } from './zh-CN/screening.ts'
import { session as zhSession } from './zh-CN/session.ts'
import { settings as zhSettings } from './zh-CN/settings.ts'
import { shell as zhShell } from './zh-CN/shell.ts'
import { signatures as zhSignatures } from './zh-CN/signatures.ts'
import { trail as zhTrail } from './zh-CN/trail.ts'
import { trends as zhTrends } from './zh-CN/trends.ts'
import { trouble as zhTrouble } from './zh-CN/trouble.ts'
import { verify as zhVerify } from './zh-CN/verify.ts'
import { visits as zhVisits } from './zh-CN/visits.ts'

/** Every text of the screens in English, by area; the keys of `t` are typed by it. */
export const en = {
  common: enCommon,
  shell: enShell,
  session: enSession,
  trouble: enTrouble,
  restore: enRestore,
  backups: enBackups,
  candidates: enCandidates,
  causality: enCausality,
  chart: enChart,
  safety: enSafety,
  safetySite: enSafetySite,
  screening: enScreening,
  protocols: enProtocols,
  conduct: enConduct,
  copies: enCopies,
  settings: enSettings,
  documents: enDocuments,
  imports: enImports,
  exports: enExports,
  inspection: enInspection,
  signatures: enSignatures,
  trail: enTrail,
  trends: enTrends,
  verify: enVerify,
  visits: enVisits,
}

/** The same in Chinese, which has no plural forms. */
export const zhCN: Translated<typeof en> = {
  common: zhCommon,
  shell: zhShell,
  session: zhSession,
  trouble: zhTrouble,
  restore: zhRestore,
  backups: zhBackups,
  candidates: zhCandidates,
  causality: zhCausality,
  chart: zhChart,
  safety: zhSafety,
  safetySite: zhSafetySite,
  screening: zhScreening,
  protocols: zhProtocols,
  conduct: zhConduct,
  copies: zhCopies,
  settings: zhSettings,
  documents: zhDocuments,
  imports: zhImports,
  exports: zhExports,
  inspection: zhInspection,
  signatures: zhSignatures,
  trail: zhTrail,
  trends: zhTrends,
  verify: zhVerify,
  visits: zhVisits,
}

type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K]>
}

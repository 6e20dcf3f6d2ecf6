import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../civil-date.ts'
import { Verdict } from '../eligibility/verdict.ts'
import { Sex } from '../facts/candidate.ts'
import { DocumentId, PatientId, ProtocolId, Sha256, SignatureId } from '../ids.ts'
import { Role } from '../person.ts'
import { Seal } from '../signatures/record.ts'
import { SignatureStatus } from '../signatures/status.ts'
import { CausalitySubject, ConfigurationSubject, EligibilitySubject } from '../signatures/subject.ts'
import { LocalizedText } from '../text.ts'
import { ChartReview } from './chart-review.ts'
import { DeviationList } from './deviation-list.ts'
import { CaseSummary, SaeReport } from './event-case.ts'
import { EventListing } from './event-listing.ts'
import { ExportManifest } from './export-manifest.ts'
import { VisitWorksheet } from './visit-worksheet.ts'

/** In which language a document is printed; `bilingual` has Chinese and English side by side. */
export const DocumentLanguage = z.enum(['zh-CN', 'en', 'bilingual'])
export type DocumentLanguage = z.infer<typeof DocumentLanguage>

/** What was decided about a candidate by a signature, as a log shows it. */
const Decision = z.strictObject({
  signature: SignatureId,
  verdict: Verdict,
  on: CivilDate,
  signer: z.string(),
  signedAt: OffsetDateTime,
  status: SignatureStatus,
})

const LogAnswer = z.strictObject({
  protocol: ProtocolId,
  verdict: Verdict,
  projected: z.boolean(),
  statement: LocalizedText,
  decision: Decision.nullable(),
})

/** The site's screening log: initials and number only. */
export const ScreeningLog = z.strictObject({
  kind: z.literal('screening_log'),
  on: CivilDate,
  protocols: z.array(
    z.strictObject({ id: ProtocolId, version: z.string(), sha256: Sha256, title: LocalizedText }),
  ),
  candidates: z.array(
    z.strictObject({
      screeningNumber: z.string(),
      initials: z.string(),
      sex: Sex,
      birthDate: z.string().nullable(),
      registrationDate: CivilDate.nullable(),
      answers: z.array(LogAnswer),
    }),
  ),
})
export type ScreeningLog = z.infer<typeof ScreeningLog>

/** One entry of the trail, as printed: people by name, values as kept. */
const TrailLine = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  offset: z.string(),
  person: z.string().nullable(),
  role: Role.nullable(),
  action: z.string(),
  field: z.string().nullable(),
  oldValue: z.json().nullable(),
  newValue: z.json().nullable(),
  reason: z.string().nullable(),
  /** What the clock did before this entry, as JSON. */
  clock: z.json().nullable(),
  hash: Sha256.nullable(),
})

/** The audit trail of one patient, or of the site where `candidate` is null. */
export const TrailExtract = z.strictObject({
  kind: z.literal('trail_extract'),
  candidate: z
    .strictObject({ patientId: PatientId, screeningNumber: z.string(), initials: z.string() })
    .nullable(),
  /** UTC days, both included; null for an open side. */
  from: CivilDate.nullable(),
  to: CivilDate.nullable(),
  entries: z.array(TrailLine),
  /** The whole chain as verified when this was made. */
  verification: z.strictObject({
    entries: z.int().min(0),
    head: Sha256.nullable(),
    problems: z.array(z.strictObject({ seq: z.int().min(0), problem: z.string() })),
  }),
})
export type TrailExtract = z.infer<typeof TrailExtract>

/** The site's certificate, to be printed and kept: what a verifier is told from paper. */
export const SiteCertificate = z.strictObject({
  kind: z.literal('site_certificate'),
  subject: z.string(),
  serial: z.string(),
  sha256: Sha256,
  validFrom: z.string(),
  validTo: z.string(),
  /** DER in base64. */
  certificate: z.base64(),
})
export type SiteCertificate = z.infer<typeof SiteCertificate>

const Eligibility = z.strictObject({
  kind: z.literal('eligibility'),
  subject: EligibilitySubject,
  /** Null in a preview: nothing is signed yet. */
  seal: Seal.nullable(),
})

/** The report of one adverse event with the judgement of its causality. */
const Causality = z.strictObject({
  kind: z.literal('causality'),
  subject: CausalitySubject,
  seal: Seal.nullable(),
})

const Configuration = z.strictObject({
  kind: z.literal('configuration'),
  subject: ConfigurationSubject,
  seal: Seal.nullable(),
})

const contentSchema = z.discriminatedUnion('kind', [
  Eligibility,
  Causality,
  Configuration,
  ScreeningLog,
  TrailExtract,
  SiteCertificate,
  VisitWorksheet,
  ChartReview,
  DeviationList,
  SaeReport,
  CaseSummary,
  EventListing,
  ExportManifest,
])
export type DocumentContent =
  | z.infer<typeof Eligibility | typeof Causality | typeof Configuration>
  | z.infer<typeof ScreeningLog | typeof TrailExtract | typeof SiteCertificate>
  | z.infer<typeof VisitWorksheet | typeof ChartReview | typeof DeviationList>
  | z.infer<typeof SaeReport | typeof CaseSummary | typeof EventListing>
  | z.infer<typeof ExportManifest>

/** What a document prints. By name, because the compiler does not write out a union of this length. */
const DocumentContent: z.ZodType<DocumentContent, DocumentContent> = contentSchema

export const DocumentKind = z.enum([
  'eligibility',
  'causality',
  'configuration',
  'screening_log',
  'trail_extract',
  'site_certificate',
  'visit_worksheet',
  'chart_review',
  'deviation_list',
  'sae_report',
  'case_summary',
  'event_listing',
  'export_manifest',
])
export type DocumentKind = DocumentContent['kind']

/**
 * Everything that a document prints. Its canonical JSON is attached to the PDF; the same payload and the same version
 * of Lobule give the same bytes.
 */
export const DocumentPayload = z.strictObject({
  schema: z.literal('lobule.document/1'),
  id: DocumentId,
  language: DocumentLanguage,
  createdAt: OffsetDateTime,
  /** Printed full name and role of who made it. */
  createdBy: z.strictObject({ fullName: z.string(), role: Role }),
  site: z.strictObject({ name: z.string(), number: z.string(), timeZone: z.string() }),
  training: z.boolean(),
  application: z.strictObject({ version: z.string(), build: z.string().nullable() }),
  /** SHA-256 of the site's certificate; null while the site has none. */
  authority: Sha256.nullable(),
  content: DocumentContent,
})
export type DocumentPayload = z.infer<typeof DocumentPayload>

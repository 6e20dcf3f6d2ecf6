import { z } from 'zod'
import { CivilDate, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { Outcome, Verdict } from '#shared/core/eligibility/verdict.ts'
import { Candidate } from '#shared/core/facts/candidate.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { FactId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { factNames } from '#shared/core/names.ts'
import { Role } from '#shared/core/person.ts'
import { Meaning } from '#shared/core/signatures/meaning.ts'
import { SignatureStatus } from '#shared/core/signatures/status.ts'
import { LocalizedText, text } from '#shared/core/text.ts'
import { type FormFields, fieldsOf } from './fields.ts'

/** One kind of record: a FormDef of ODM. Facts have a form for each kind; `key` says whether a subject has several. */
export interface Form extends FormFields {
  readonly oid: string
  readonly title: LocalizedText
  readonly repeating: boolean
}

const words = z.string().min(1).max(10_000)
const short = z.string().min(1).max(200)

/** What is known of the person; the screening number is the key of the subject. */
export const SubjectForm = z.strictObject({
  sex: Candidate.shape.sex,
  birthDate: PartialDate.exactOptional(),
  registrationDate: CivilDate.exactOptional(),
  initials: Candidate.shape.initials.exactOptional(),
  fullName: short.exactOptional(),
})

export const SignatureForm = z.strictObject({
  about: short,
  protocol: ProtocolId.nullable(),
  event: FactId.nullable(),
  meaning: Meaning,
  statement: LocalizedText,
  signer: UserId,
  fullName: short,
  role: Role,
  signedAt: OffsetDateTime,
  status: SignatureStatus,
})

export const DeviationForm = z.strictObject({
  protocol: ProtocolId,
  on: short,
  about: short,
  text: LocalizedText,
  class: short.nullable(),
  reason: words.nullable(),
  action: words.nullable(),
})

/** What a protocol's criteria say of the candidate on the day of the export. */
const ScreeningForm = z.strictObject({
  on: CivilDate,
  verdict: Verdict,
  criteria: z.array(
    z.strictObject({
      label: short,
      side: z.enum(['inclusion', 'exclusion']),
      outcome: Outcome,
      title: words,
    }),
  ),
})

/** `FactContent` is exported as what it parses, not as the union that it is. */
const contents = (FactContent as unknown as z.ZodDiscriminatedUnion<z.ZodObject[]>).options

/** A fact's origin, whatever its kind, in one group of items. */
const Source = z.strictObject({
  kind: z.enum(FactSource.options.map(({ shape }) => shape.kind.value)),
  name: z.string().optional(),
  sha256: z.string().max(64).optional(),
  row: z.int().optional(),
  reference: z.string().optional(),
})

/** The form of each kind of fact. */
export const factForms: ReadonlyMap<FactContent['kind'], Form> = new Map(contents.map(factForm))

export const subjectForm = form('subject', text('subject', '受试者'), SubjectForm)
export const signatureForm = form('signature', text('electronic signature', '电子签名'), SignatureForm)
export const deviationForm = form('deviation', text('protocol deviation', '方案偏离'), DeviationForm)
export const screeningForm = form('screening', text('eligibility', '入选资格'), ScreeningForm)

/** Every form, in the order of the metadata. */
export const forms: readonly Form[] = [
  subjectForm,
  ...factForms.values(),
  signatureForm,
  deviationForm,
  screeningForm,
]

function factForm(schema: z.ZodObject): [FactContent['kind'], Form] {
  const { value } = schema.shape['kind'] as z.ZodLiteral<FactContent['kind']>
  return [value, form(value, factNames[value], schema.extend({ source: Source }))]
}

function form(name: string, title: LocalizedText, schema: z.ZodObject): Form {
  return { oid: `F.${name}`, title, repeating: name !== 'subject', ...fieldsOf(name, schema) }
}

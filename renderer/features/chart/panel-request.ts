import { z } from 'zod'
import { CtcaeName } from '#shared/core/adverse-events/ctcae-entries.ts'
import { Analyte } from '#shared/core/analytes.ts'
import { FactKind } from '#shared/core/facts/content.ts'
import { FactId, ProtocolId, Slug } from '#shared/core/ids.ts'

/** The name of a field of a fact. */
const FieldName = z.string().regex(/^[A-Za-z]{1,40}$/)

/** Takes up what its author had typed and not saved. */
const draft = z.literal(true).optional()

/** What the panel beside a candidate shows; part of the address, so it names nothing but ids and kinds. */
export const PanelRequest = z.discriminatedUnion('open', [
  /** One fact: what it says, its history, correct, retract; `correct` opens the correction at that field. */
  z.strictObject({ open: z.literal('fact'), factId: FactId, correct: FieldName.optional(), draft }),
  /** The choice of what to enter; `about` narrows it to one subject: that it was, was not, or is not known. */
  z.strictObject({ open: z.literal('choose'), about: FactKind.optional() }),
  /** A form for a new fact, with what is known of it already. */
  z.strictObject({
    open: z.literal('enter'),
    kind: z.union([FactKind, z.literal('negative_finding'), z.literal('not_known')]),
    /** The subject of a negative finding, or of "not known". */
    about: FactKind.optional(),
    analyte: Analyte.optional(),
    protocol: ProtocolId.optional(),
    /** Of an investigator's judgement. */
    question: Slug.optional(),
    /** Of a visit, and of the dose that it is counted from; or of a dose. */
    visit: Slug.optional(),
    number: z.int().min(1).max(50).optional(),
    /** The adverse event that a report or an unblinding is about. */
    event: FactId.optional(),
    /** The laboratory value that is recorded as an event, or judged not to be one, and the term that it is graded by. */
    result: FactId.optional(),
    term: CtcaeName.optional(),
    draft,
  }),
  /** Birth date, sex and the other data of the candidate. */
  z.strictObject({ open: z.literal('candidate') }),
])
export type PanelRequest = z.infer<typeof PanelRequest>

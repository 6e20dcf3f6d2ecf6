import { z } from 'zod'
import { Analyte } from '#shared/core/analytes.ts'
import { FactKind } from '#shared/core/facts/content.ts'
import { FactId, ProtocolId, Slug } from '#shared/core/ids.ts'

/** What the panel beside a candidate shows; part of the address, so it names nothing but ids and kinds. */
export const PanelRequest = z.discriminatedUnion('open', [
  /** One fact: what it says, its history, correct, retract. */
  z.strictObject({ open: z.literal('fact'), factId: FactId }),
  /** The choice of what to enter. */
  z.strictObject({ open: z.literal('choose') }),
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
  }),
  /** Birth date, sex and the other data of the candidate. */
  z.strictObject({ open: z.literal('candidate') }),
])
export type PanelRequest = z.infer<typeof PanelRequest>

import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { PatientId, Slug } from '../core/ids.ts'
import { mutation, Nothing, query } from './procedure.ts'

/** The form that a draft belongs to, such as `laboratory-report`. */
const place = { form: Slug, patientId: PatientId.nullable() }

/** What somebody had typed and not saved. Not a record: it is replaced, and erased when saved or discarded. */
const Draft = z.object({
  ...place,
  /** Of the patient, so that the offer can name whom it is about; null where it is about nobody yet. */
  screeningNumber: z.string().nullable(),
  savedAt: OffsetDateTime,
  content: z.json(),
})

/** Drafts of the user who is logged in, in the encrypted store; nobody else can read them here. */
export const drafts = {
  list: query({ right: 'session.use', input: Nothing, output: z.array(Draft) }),
  /** One draft for each form and patient: a later one replaces it. */
  save: mutation({
    right: 'session.use',
    input: z.strictObject({ ...place, content: z.json() }),
    output: z.object({ savedAt: OffsetDateTime }),
  }),
  discard: mutation({ right: 'session.use', input: z.strictObject(place), output: Nothing }),
}

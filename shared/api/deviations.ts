import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { PatientId, ProtocolId } from '../core/ids.ts'
import { Deviation, DeviationNote } from '../core/schedule/deviation.ts'
import { mutation, query, Reason } from './procedure.ts'

/** Protocol deviations: those that the record shows, those that people added, and what the site said about each. */
export const deviations = {
  list: query({
    right: 'screening.read',
    input: z.strictObject({ patientId: PatientId.optional(), protocolId: ProtocolId.optional() }),
    output: z.array(Deviation),
  }),
  /** One that Lobule cannot see by itself. */
  add: mutation({
    right: 'facts.write',
    input: z.strictObject({
      patientId: PatientId,
      protocolId: ProtocolId,
      on: CivilDate,
      text: z.string().trim().min(1).max(2000),
      note: DeviationNote,
    }),
    output: Deviation,
  }),
  /** What the site says about one; a change of what was said needs a reason. */
  note: mutation({
    right: 'facts.write',
    input: z.strictObject({
      key: z.string().min(1).max(200),
      expectedVersion: z.int().min(0),
      note: DeviationNote,
      reason: Reason.optional(),
    }),
    output: Deviation,
  }),
}

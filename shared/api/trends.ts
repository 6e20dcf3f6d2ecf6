import { z } from 'zod'
import { PatientId, ProtocolId } from '../core/ids.ts'
import { Cohort } from '../core/trends/cohort.ts'
import { SeriesId, Trends } from '../core/trends/series.ts'
import { query } from './procedure.ts'

/** What the charts draw. Computed from the facts at every call; nothing of it is stored. */
export const trends = {
  patient: query({
    right: 'facts.read',
    /** Without a protocol: the one that the patient is enrolled in, else none: then there is no day 0. */
    input: z.strictObject({ patientId: PatientId, protocolId: ProtocolId.optional() }),
    output: z.object({ protocol: ProtocolId.nullable(), trends: Trends }),
  }),
  cohort: query({
    right: 'facts.read',
    input: z.strictObject({ protocolId: ProtocolId, series: z.array(SeriesId).max(8) }),
    output: Cohort,
  }),
}

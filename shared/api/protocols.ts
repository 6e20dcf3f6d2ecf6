import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../core/civil-date.ts'
import { ProtocolId, Sha256 } from '../core/ids.ts'
import { ProtocolDefinition } from '../core/protocol/definition.ts'
import { ChosenReadings } from '../core/protocol/reading.ts'
import { SiteCriteria } from '../core/protocol/site-criteria.ts'
import { LocalizedText } from '../core/text.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'

const entry = {
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  author: z.string(),
  reason: z.string().optional(),
}

/** A site's criteria as entered; `sha256` is that of the file's text. */
const Criteria = z.object({ ...entry, criteria: SiteCriteria, sha256: Sha256 })

/** The alternatives that the site chose; a reading that is absent is not chosen. */
const Readings = z.object({ ...entry, readings: ChosenReadings })

const ProtocolSummary = z.object({
  id: ProtocolId,
  version: z.string(),
  date: CivilDate,
  sha256: Sha256,
  title: LocalizedText,
  site: z.string(),
  eligibilityCriteria: z.enum(['published', 'not_published', 'entered']),
  criteriaVersion: z.int().min(0),
  readingsVersion: z.int().min(0),
})

const ProtocolDetails = z.object({
  definition: ProtocolDefinition,
  sha256: Sha256,
  criteria: Criteria.nullable(),
  readings: Readings.nullable(),
})

/** `expectedVersion` 0 for the first entry; any later one is a change and needs a reason. */
const configuration = {
  protocolId: ProtocolId,
  expectedVersion: z.int().min(0),
  reason: Reason.optional(),
}

const fileName = z.string().min(1).max(200)
const fileText = z.string().min(1).max(2_000_000)

/** The protocols that Lobule ships, with what this site entered and chose for them. */
export const protocols = {
  list: query({ right: 'protocols.read', input: Nothing, output: z.array(ProtocolSummary) }),
  get: query({
    right: 'protocols.read',
    input: z.strictObject({ id: ProtocolId }),
    output: ProtocolDetails,
  }),
  history: query({
    right: 'protocols.read',
    input: z.strictObject({ id: ProtocolId }),
    output: z.object({ criteria: z.array(Criteria), readings: z.array(Readings) }),
  }),
  /** Checks the text of a criteria file as `enterCriteria` would, and changes nothing. */
  previewCriteria: query({
    right: 'protocols.read',
    input: z.strictObject({ protocolId: ProtocolId, file: fileName, text: fileText }),
    output: z.object({ criteria: SiteCriteria, sha256: Sha256 }),
  }),
  /** Takes the text of a criteria file, so that its hash is that of the file that was approved. */
  enterCriteria: mutation({
    right: 'protocols.configure',
    input: z.strictObject({
      ...configuration,
      file: fileName,
      text: fileText,
    }),
    output: Criteria,
  }),
  chooseReadings: mutation({
    right: 'protocols.configure',
    input: z.strictObject({ ...configuration, readings: ChosenReadings }),
    output: Readings,
  }),
}

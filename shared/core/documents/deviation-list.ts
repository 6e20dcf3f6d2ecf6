import { z } from 'zod'
import { CivilDate, OffsetDateTime } from '../civil-date.ts'
import { ProtocolId } from '../ids.ts'
import { DeviationClass, DeviationKind, Told } from '../schedule/deviation.ts'
import { LocalizedText } from '../text.ts'
import { NamedCandidate, NamedProtocol } from './named.ts'

const ListedDeviation = z.strictObject({
  screeningNumber: z.string(),
  protocol: ProtocolId,
  kind: DeviationKind,
  on: CivilDate,
  text: LocalizedText,
  /** The charted facts that it rests on, in words. */
  facts: z.array(LocalizedText),
  /** What the site says about it; null where nobody has yet. */
  note: z
    .strictObject({
      class: DeviationClass,
      reason: z.string(),
      action: z.string().nullable(),
      told: z.array(Told),
      version: z.int().min(1),
      enteredAt: OffsetDateTime,
      /** Printed full name. */
      author: z.string(),
    })
    .nullable(),
})
export type ListedDeviation = z.infer<typeof ListedDeviation>

/** Protocol deviations of a patient or of the site, in one protocol or in all. */
export const DeviationList = z.strictObject({
  kind: z.literal('deviation_list'),
  on: CivilDate,
  /** Null for everybody. */
  candidate: NamedCandidate.nullable(),
  /** Null for every protocol. */
  protocol: NamedProtocol.nullable(),
  deviations: z.array(ListedDeviation),
})
export type DeviationList = z.infer<typeof DeviationList>

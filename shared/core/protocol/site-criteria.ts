import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { ProtocolId, type Sha256 } from '../ids.ts'
import { Criterion, checkReadings, checkUnique } from './criterion.ts'
import { Reading } from './reading.ts'

/**
 * The criteria of a protocol whose record publishes none, entered by the site from its approved protocol. Every
 * criterion quotes the approved text under the source `approved-protocol`.
 */
export const SiteCriteria = z
  .strictObject({
    schema: z.literal('lobule.criteria/1'),
    protocol: ProtocolId,
    /** The approved protocol's own version and date. */
    protocolVersion: z.string().min(1).max(40),
    approvedOn: CivilDate,
    /** Invented for training; marked wherever it shows. */
    training: z.literal(true).optional(),
    criteria: z.array(Criterion).min(1),
    readings: z.array(Reading),
  })
  .superRefine((file, context) => {
    checkUnique(file.criteria, 'criteria', context)
    checkUnique(file.readings, 'readings', context)
    checkReadings(file.criteria, file.readings, context)
    file.criteria.forEach(({ quote }, index) => {
      if (quote.source === 'approved-protocol') return
      const path = ['criteria', index, 'quote', 'source']
      context.addIssue({
        code: 'custom',
        path,
        message: 'must be approved-protocol: quote the approved text',
      })
    })
  })
export type SiteCriteria = z.infer<typeof SiteCriteria>

/** A site's criteria as entered: the version counts up from 1 with every entry. */
export interface EnteredCriteria {
  readonly criteria: SiteCriteria
  readonly version: number
  readonly sha256: Sha256
}

import { z } from 'zod'
import { SiteSafety } from '../core/adverse-events/site-safety.ts'
import { OffsetDateTime } from '../core/civil-date.ts'
import { ProtocolId } from '../core/ids.ts'
import { SiteSchedule } from '../core/schedule/site-schedule.ts'
import { ChartingChoices } from '../core/trends/charting-choices.ts'
import { mutation, query, Reason } from './procedure.ts'

const entry = {
  version: z.int().min(1),
  enteredAt: OffsetDateTime,
  author: z.string(),
  reason: z.string().optional(),
}

const Schedule = z.object({ ...entry, content: SiteSchedule })
const Charting = z.object({ ...entry, content: ChartingChoices })
const Safety = z.object({ ...entry, content: SiteSafety })

/** `expectedVersion` 0 for the first entry; any later one is a change and needs a reason. */
const change = { protocolId: ProtocolId, expectedVersion: z.int().min(0), reason: Reason.optional() }

/** How the site conducts a protocol, where the registry record leaves it open: entered by the site, versioned, its own. */
export const conduct = {
  get: query({
    right: 'protocols.read',
    input: z.strictObject({ protocolId: ProtocolId }),
    output: z.object({
      schedule: Schedule.nullable(),
      charting: Charting.nullable(),
      safety: Safety.nullable(),
    }),
  }),
  history: query({
    right: 'protocols.read',
    input: z.strictObject({ protocolId: ProtocolId }),
    output: z.object({ schedule: z.array(Schedule), charting: z.array(Charting), safety: z.array(Safety) }),
  }),
  enterSchedule: mutation({
    right: 'protocols.configure',
    input: z.strictObject({ ...change, content: SiteSchedule }),
    output: Schedule,
  }),
  enterCharting: mutation({
    right: 'protocols.configure',
    input: z.strictObject({ ...change, content: ChartingChoices }),
    output: Charting,
  }),
  enterSafety: mutation({
    right: 'protocols.configure',
    input: z.strictObject({ ...change, content: SiteSafety }),
    output: Safety,
  }),
}

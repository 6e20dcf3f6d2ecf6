import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { ProtocolId, Slug } from '../ids.ts'
import { WhoUmcCategory } from './who-umc.ts'

const words = z.string().trim().min(1).max(2000)
const short = z.string().trim().min(1).max(200)

/** Usual in contracts; in force only where the site has confirmed it, and shown as unconfirmed before. */
export const PRESET_SPONSOR_HOURS = 24

const hours = z
  .int()
  .min(1)
  .max(24 * 60)

/**
 * How the site watches safety in a protocol: deadlines, reference safety information, what limits a dose. None of it is
 * published; the site enters it from its approved protocol. Nothing here says who got what.
 */
export const SiteSafety = z
  .strictObject({
    schema: z.literal('lobule.safety/1'),
    protocol: ProtocolId,
    protocolVersion: short,
    approvedOn: CivilDate,
    training: z.literal(true).optional(),
    /** Hours from awareness of a serious event to the first report. */
    reporting: z.strictObject({
      sponsorHours: hours,
      ethicsCommitteeHours: hours.optional(),
      /** Days from one report to the next, until the event has ended. */
      followUpDays: z.int().min(1).max(180).optional(),
    }),
    reference: z
      .strictObject({ name: short, version: short, on: CivilDate, expected: z.array(short).max(200) })
      .optional(),
    /** WHO-UMC categories that the site's form calls related. */
    relatedCategories: z.array(WhoUmcCategory).max(6).optional(),
    doseLimiting: z
      .strictObject({
        definition: words,
        /** Days after the dose, its own day being day 0; the last one included. */
        windowDays: z.int().min(1).max(365),
        after: z.enum(['first_dose', 'each_dose']),
      })
      .optional(),
    /** Dose-escalation cohorts by name. Never an arm. */
    cohorts: z.array(z.strictObject({ id: Slug, title: short })).max(30),
    /** A complication that begins within so many days after the same one began or ended is the same episode. */
    sameEpisodeDays: z.int().min(0).max(365).optional(),
  })
  .superRefine(({ cohorts }, context) => {
    const ids = cohorts.map(({ id }) => id)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        context.addIssue({ code: 'custom', path: ['cohorts', index, 'id'], message: `${id} is there twice` })
    })
  })
export type SiteSafety = z.infer<typeof SiteSafety>

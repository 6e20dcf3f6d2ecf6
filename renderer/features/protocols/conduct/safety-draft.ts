import { z } from 'zod'
import { PRESET_SPONSOR_HOURS, type SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'

const CohortRow = z.strictObject({ id: z.string(), text: z.string() })

/** How a site watches safety as it stands in the form; numbers and days as typed, empty where nothing was entered. */
export const SafetyDraft = z.strictObject({
  ...{ protocolVersion: z.string(), approvedOn: z.string() },
  ...{ sponsorHours: z.string(), ethicsCommitteeHours: z.string(), followUpDays: z.string() },
  ...{ referenceName: z.string(), referenceVersion: z.string(), referenceOn: z.string() },
  /** One term a line, as it is pasted from an investigator's brochure. */
  expected: z.string(),
  relatedCategories: z.array(WhoUmcCategory),
  ...{ definition: z.string(), windowDays: z.string() },
  after: z.enum(['', 'first_dose', 'each_dose']),
  cohorts: z.array(CohortRow),
  sameEpisodeDays: z.string(),
})
export type SafetyDraft = z.infer<typeof SafetyDraft>

/** What the site entered, as it stands in the form. The hours to the sponsor alone are preset, and are unconfirmed until saved. */
export function safetyDraftOf(safety: SiteSafety | undefined): SafetyDraft {
  const { reporting, reference, doseLimiting } = safety ?? {}
  return {
    protocolVersion: safety?.protocolVersion ?? '',
    approvedOn: safety?.approvedOn ?? '',
    sponsorHours: String(reporting?.sponsorHours ?? PRESET_SPONSOR_HOURS),
    ethicsCommitteeHours: reporting?.ethicsCommitteeHours?.toString() ?? '',
    followUpDays: reporting?.followUpDays?.toString() ?? '',
    referenceName: reference?.name ?? '',
    referenceVersion: reference?.version ?? '',
    referenceOn: reference?.on ?? '',
    expected: reference?.expected.join('\n') ?? '',
    relatedCategories: safety?.relatedCategories ?? [],
    definition: doseLimiting?.definition ?? '',
    windowDays: doseLimiting?.windowDays.toString() ?? '',
    after: doseLimiting?.after ?? '',
    cohorts: (safety?.cohorts ?? []).map(({ id, title }) => ({ id, text: title })),
    sameEpisodeDays: safety?.sameEpisodeDays?.toString() ?? '',
  }
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseFacts, readText } from '#main/engine/host-tools.ts'
import { laboratories } from '#shared/api/laboratories.ts'
import { TimeZone } from '#shared/api/site.ts'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { ReadingsFile } from '#shared/core/protocol/reading.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'

const SiteFile = z.strictObject({
  schema: z.literal('lobule.site/1'),
  training: z.literal(true),
  name: z.string(),
  number: z.string(),
  timeZone: TimeZone,
  /** The day on which the site's candidates are screened. */
  on: CivilDate,
})

const LaboratoriesFile = z.strictObject({
  schema: z.literal('lobule.laboratories/1'),
  training: z.literal(true),
  laboratories: z.array(laboratories.add.input),
})

/** A file for the engine, which parses it itself: its text, and the protocol that it is for. */
interface CriteriaText {
  readonly protocol: SiteCriteria['protocol']
  readonly file: string
  readonly text: string
}

/** The invented site that ships with Lobule. */
export interface SampleSite {
  readonly site: z.infer<typeof SiteFile>
  readonly charts: readonly Chart[]
  readonly readings: readonly ReadingsFile[]
  readonly criteria: readonly CriteriaText[]
  /** How the site conducts each protocol, which the registry records leave open. */
  readonly schedules: readonly SiteSchedule[]
  readonly charting: readonly ChartingChoices[]
  readonly safety: readonly SiteSafety[]
  /** Whose reports the site takes. */
  readonly laboratories: z.infer<typeof LaboratoriesFile>['laboratories']
}

/** Reads the sample site from its folder. */
export async function readSampleSite(folder: string): Promise<SampleSite> {
  const names = (await readdir(folder)).sort()
  const texts = async (suffix: string) =>
    Promise.all(
      names
        .filter(name => name.endsWith(suffix))
        .map(async file => ({ file, text: await readText(join(folder, file)) })),
    )
  const readings = await texts('-readings.json')
  const criteria = await texts('-criteria.json')
  const schedules = await texts('-schedule.json')
  const charting = await texts('-charting.json')
  const safety = await texts('-safety.json')
  return {
    site: SiteFile.parse(JSON.parse(await readText(join(folder, 'site.json')))),
    charts: [
      ...(await readCharts(join(folder, 'candidates'))),
      ...(await readCharts(join(folder, 'patients'))),
    ],
    readings: readings.map(({ text }) => ReadingsFile.parse(JSON.parse(text))),
    criteria: criteria.map(({ file, text }) => ({
      ...{ file, text },
      protocol: SiteCriteria.parse(JSON.parse(text)).protocol,
    })),
    schedules: schedules.map(({ text }) => SiteSchedule.parse(JSON.parse(text))),
    charting: charting.map(({ text }) => ChartingChoices.parse(JSON.parse(text))),
    safety: safety.map(({ text }) => SiteSafety.parse(JSON.parse(text))),
    laboratories: LaboratoriesFile.parse(JSON.parse(await readText(join(folder, 'laboratories.json'))))
      .laboratories,
  }
}

async function readCharts(folder: string): Promise<Chart[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  const charts = await Promise.all(
    names.map(async name => parseFacts(await readText(join(folder, name)), name)),
  )
  return charts.flat()
}

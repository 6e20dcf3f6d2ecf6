import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import type { ElectronHost } from '#test/support/e2e/electron-host.ts'
import { buildBarePage } from './bare-page.ts'
import { type TrendTimes, timeTrends } from './steps.ts'
import { makeTrendSite, tenYears } from './trend-site.ts'

interface TrendBench {
  readonly host: ElectronHost
  /** Where everything is put that goes with the run. */
  readonly folder: string
  /** Where the site is, or is made and kept. */
  readonly site: string
  readonly cohort: number
  readonly rounds: number
  /** Starts an Electron on a page. */
  readonly openBare: (page: string) => Promise<ElectronApplication>
}

/** The charts of ten years and of a cohort in the real window, the former beside a bare page of recharts. */
export async function trendRows(bench: TrendBench): Promise<TrendTimes> {
  const { host, folder, site, cohort, rounds, openBare } = bench
  if (!existsSync(site)) {
    process.stderr.write(`making a site of ${cohort} patients in a trial …\n`)
    await makeTrendSite(storeFolder({ data: site, sample: true }), cohort)
  }
  const data = join(folder, 'trends-data')
  await cp(site, data, { recursive: true })
  const page = await buildBarePage(join(folder, 'bare'))
  const long = await tenYears(storeFolder({ data, sample: true }))
  return await timeTrends({
    ...{ host, data, rounds, ...long },
    async openBare() {
      const running = await openBare(page)
      return { page: await running.firstWindow(), close: () => running.close() }
    },
  })
}

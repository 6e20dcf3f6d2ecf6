import type { Page } from '@playwright/test'
import type { Trends } from '#shared/core/trends/series.ts'
import type { ElectronHost } from '#test/support/e2e/electron-host.ts'
import { unlock } from '#test/support/e2e/steps.ts'
import { type Pair, ratioOf } from '../../measure.ts'
import type { Row } from '../../table.ts'
import { untilPainted } from '../in-page.ts'
import { barePanels } from './bare-page.ts'
import { frames, PAN, ZOOM } from './frames.ts'

interface TrendBench {
  readonly host: ElectronHost
  readonly data: string
  /** Opens the bare page in a window of the same Electron. */
  readonly openBare: () => Promise<{ readonly page: Page; readonly close: () => Promise<unknown> }>
  readonly patientId: string
  readonly trends: Trends
  readonly rounds: number
}

/** The charts of ten years beside the bare page, and how long the cohort took: the first time, and again. */
export interface TrendTimes {
  readonly rows: readonly Row[]
  readonly cohort: readonly [first: number, again: number]
}

const AIM = 1.5
const PLOT = 'main [role=img][data-plot] svg'
const TEN_YEARS = '10 years of weekly reports, 20 analytes'

type Times = Record<'query' | 'answer' | 'bare', number[]>
type Frames = Record<'pan' | 'zoom', Pair[]>

/** Both windows are open all the time, each on a screen of its own, and take turns. */
export async function timeTrends(bench: TrendBench): Promise<TrendTimes> {
  const { host, data, openBare, patientId, trends, rounds } = bench
  const bare = await openBare()
  await bare.page.evaluate(panels => {
    window.barePanels = panels
  }, barePanels(trends))
  const ours = await host.start(data, 'sample')
  await unlock(ours.page)
  const cohort = await timeCohort(ours.page)
  const times: Times = { query: [], answer: [], bare: [] }
  const moved: Frames = { pan: [], zoom: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const one = await drawOurs(ours.page, patientId)
    const other = await drawBare(bare.page)
    const both = {
      pan: await pairOf(ours.page, bare.page, PAN),
      zoom: await pairOf(ours.page, bare.page, ZOOM),
    }
    // The first round warms both.
    if (round === 0) continue
    times.query.push(one.query)
    times.answer.push(one.answer)
    times.bare.push(other)
    moved.pan.push(both.pan)
    moved.zoom.push(both.zoom)
  }
  await ours.close()
  await bare.close()
  return { rows: rowsOf(times, moved), cohort }
}

function rowsOf({ query, answer, bare }: Times, { pan, zoom }: Frames): Row[] {
  const beside = 'a bare recharts page, same points'
  const against = (ours: readonly number[]) =>
    ratioOf(ours.map((time, round) => ({ ours: time, other: bare[round] ?? Number.NaN })))
  return [
    { work: `${TEN_YEARS}: query to drawn`, beside: `${beside}, no query`, ratio: against(query), aim: AIM },
    { work: 'the same: answer at hand to drawn', beside, ratio: against(answer), aim: AIM },
    { work: 'the same: a frame while panned', beside, ratio: ratioOf(pan), aim: AIM },
    { work: 'the same: a frame while zoomed', beside, ratio: ratioOf(zoom), aim: AIM },
  ]
}

/** From another page to the charts; then from the table of the same values to the charts. */
async function drawOurs(page: Page, patientId: string): Promise<{ query: number; answer: number }> {
  await forget(page)
  const query = await untilPainted(page, () => go(page, `#/candidates/${patientId}/trends`), PLOT)
  await page.keyboard.press('t')
  await page.locator('main table caption, main table').first().waitFor()
  const answer = await untilPainted(page, () => page.keyboard.press('t'), PLOT)
  return { query, answer }
}

async function drawBare(page: Page): Promise<number> {
  const panels = await page.evaluate(() => window.barePanels)
  await page.reload()
  await page.evaluate(given => {
    window.barePanels = given
  }, panels)
  return untilPainted(page, () => page.getByRole('button', { name: 'Draw' }).click(), '#drawn svg')
}

async function pairOf(ours: Page, bare: Page, turn: typeof PAN): Promise<Pair> {
  return { ours: mean(await frames(ours, PLOT, turn)), other: mean(await frames(bare, '#drawn svg', turn)) }
}

/** From another page to everybody's lines, the first time since the store was opened and then again. */
async function timeCohort(page: Page): Promise<readonly [number, number]> {
  const open = () => untilPainted(page, () => go(page, '#/cohort/NCT05106972'), 'main figure svg')
  const first = await open()
  await forget(page)
  return [first, await open()]
}

/** Another page, loaded anew: what it was answered is gone, and the session stays. */
async function forget(page: Page): Promise<void> {
  await go(page, '#/protocols')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Protocols' }).waitFor()
  // The frame asks for what is due of all patients, and the engine answers one call after the other.
  await page.waitForTimeout(FRAME_MS)
}

const FRAME_MS = 12_000

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, hash)
}

/** Not the median: a page that draws in every other frame would look as fast as its empty ones. */
function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length
}

import type { Page } from '@playwright/test'
import type { ElectronHost } from '#test/support/e2e/electron-host.ts'
import { unlock } from '#test/support/e2e/steps.ts'
import { longestFrame, untilPainted } from './in-page.ts'
import { LONG_CHART } from './large-site.ts'

interface Bench {
  readonly host: ElectronHost
  readonly data: string
  readonly candidates: number
  readonly rounds: number
}

type Note = (work: string, milliseconds: number) => void

/** Every step that an investigator waits for: what it is, and how long it took each time. */
export async function timeSteps({ host, data, candidates, rounds }: Bench): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>()
  const note: Note = (work, time) => times.set(work, [...(times.get(work) ?? []), time])
  const { page, close } = await host.start(data, 'sample')
  const begin = performance.now()
  await unlock(page)
  await page.getByRole('row').nth(12).waitFor()
  note('unlock to a usable log (key derivation included)', performance.now() - begin)
  await search(page, note, 'log, while candidates are screened: one letter, filtered')
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 600_000 })
  note(`every verdict of ${candidates} candidates on screen, from unlock`, performance.now() - begin)
  for (let round = 0; round < rounds; round += 1) {
    await search(page, note, 'log: one letter typed into the search, filtered')
    await filter(page, note)
    await scroll(page, note)
    await openLongChart(page, note)
  }
  await close()
  return times
}

const GRID = '[role=grid]'
const FIELD = 'Number, initials or name'

/** A letter that some numbers have and others have not: the list has another length when it was found. */
async function search(page: Page, note: Note, work: string): Promise<void> {
  const all = await page.locator(GRID).getAttribute('aria-rowcount')
  await page.getByLabel(FIELD).focus()
  const seen = `${GRID}:not([aria-rowcount="${all}"])`
  note(work, await untilPainted(page, () => page.keyboard.type('9'), seen))
  await page.keyboard.press('Escape')
  await page.locator(`${GRID}[aria-rowcount="${all}"]`).waitFor()
}

async function filter(page: Page, note: Note): Promise<void> {
  const all = await page.locator(GRID).getAttribute('aria-rowcount')
  const chip = page.getByRole('button', { name: /^Ineligible/ })
  const seen = `${GRID}:not([aria-rowcount="${all}"])`
  note('log: filtered by how candidates stand', await untilPainted(page, () => chip.click(), seen))
  await page.getByRole('button', { name: /^All/ }).click()
  await page.locator(`${GRID}[aria-rowcount="${all}"]`).waitFor()
}

async function scroll(page: Page, note: Note): Promise<void> {
  await page.getByLabel(FIELD).press('ArrowDown')
  await page.locator('[role=row]:focus, tr:focus').waitFor()
  const seen = 'tr:focus:not([aria-rowindex="2"])'
  note('log: scrolled by a page', await untilPainted(page, () => page.keyboard.press('PageDown'), seen))
  note('log: scrolled through, the longest wait for a frame', await longestFrame(page, GRID))
  await page.keyboard.press('Home')
  await page.locator('tr:focus[aria-rowindex="2"]').waitFor()
}

async function openLongChart(page: Page, note: Note): Promise<void> {
  const palette = () => page.keyboard.press('Control+k')
  note('palette opened', await untilPainted(page, palette, '[role=dialog] [data-action]'))
  const dialog = page.getByRole('dialog')
  const field = dialog.getByLabel('Candidate or command')
  await field.fill(LONG_CHART.slice(0, -1))
  await dialog.getByRole('button', { name: LONG_CHART }).waitFor()
  const enter = () => page.keyboard.press('Enter')
  const criteria = `${CANDIDATE} main details, ${CANDIDATE} main button[aria-expanded]`
  note('candidate with 500 facts opened: screening', await untilPainted(page, enter, criteria))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const chart = page.getByRole('link', { name: 'Chart', exact: true })
  note('candidate with 500 facts: chart', await untilPainted(page, () => chart.click(), `main table`))
  await page.keyboard.press('Control+1')
  await page.locator(GRID).waitFor()
}

/** The page while its address is a candidate's. */
const CANDIDATE = 'body:not(:has([role=grid]))'

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import type { Preferences } from '#shared/api/preferences.ts'

/** One screen to be photographed: what it is called, and the way there from wherever the page is. */
export interface Stop {
  readonly name: string
  readonly go: (page: Page) => Promise<void>
}

/** Calls the engine as the page does; tours need no second client. */
async function call(page: Page, area: string, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async request => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch('/api', { method: 'POST', headers, body: JSON.stringify(request) })
      return (await response.json()) as unknown
    },
    { area, method, input },
  )
}

/** Sets language and theme as a user would find them at the next start. */
export async function prefer(page: Page, preferences: Preferences): Promise<void> {
  await call(page, 'preferences', 'set', preferences)
  await page.reload()
}

/** Opens the sample site. */
export async function enter(page: Page): Promise<void> {
  await call(page, 'session', 'unlock', SAMPLE_LOGIN)
  await page.reload()
  await settled(page)
}

const at = (hash: string) => async (page: Page) => {
  await page.evaluate(to => {
    location.hash = to
  }, hash)
  await settled(page)
}

const ofCandidate = (number: string, rest: string) => async (page: Page) => {
  await at(`/candidates/${await patientIdOf(page, number)}${rest}`)(page)
}

async function patientIdOf(page: Page, number: string): Promise<string | undefined> {
  const answer = (await call(page, 'patients', 'list', {})) as {
    value: { id: string; screeningNumber: string }[]
  }
  return answer.value.find(({ screeningNumber }) => screeningNumber === number)?.id
}

/** The signature page of a candidate's decision, or a page below it. */
const ofDecision =
  (number: string, rest = '') =>
  async (page: Page) => {
    const { value } = (await call(page, 'signatures', 'list', {})) as {
      value: { id: string; kind: string; patientId: string | null }[]
    }
    const patientId = await patientIdOf(page, number)
    const id = value.find(one => one.kind === 'eligibility' && one.patientId === patientId)?.id
    await at(`/signatures/${id}${rest}`)(page)
  }

/** The page of an adverse event of a candidate, by how its term begins, or a page below it. */
const ofEvent =
  (number: string, start: string, rest = '') =>
  async (page: Page) => {
    const { value } = (await call(page, 'adverseEvents', 'list', {})) as {
      value: { events: { event: string; screeningNumber: string; content: { term: string } }[] }
    }
    const found = value.events.find(
      ({ screeningNumber, content }) => screeningNumber === number && content.term.startsWith(start),
    )
    await at(`/candidates/${await patientIdOf(page, number)}/safety/${found?.event}${rest}`)(page)
  }

/** A document that is made: looked at once its first page is drawn. */
async function toPreview(page: Page): Promise<void> {
  await at('/documents/new?kind=site_certificate')(page)
  await page.locator('[data-page="0"] canvas').waitFor()
  await page.waitForTimeout(500)
}

const samples = join(import.meta.dirname, '../../resources/samples/files')

/** A file of the sample site handed over, with its mapping to look at; the words depend on the language. */
async function toMapping(page: Page): Promise<void> {
  await at('/imports/new')(page)
  // What an earlier stop began waits in memory.
  await page.reload()
  await page.locator('main input[type=file]').first().setInputFiles(join(samples, 'lis-2026-11.csv'))
  // What the rows are about is asked once it is seen that they are rows.
  await page.locator('main [aria-haspopup=listbox]').nth(1).waitFor()
  await page.locator('main [aria-haspopup=listbox]').first().click()
  await page.getByRole('option', { name: /Lantern Bay/ }).click()
  // The file is looked at again with what this laboratory has said of its files.
  await page.waitForTimeout(1000)
  await settled(page)
  await forward(page)
  await page.getByRole('combobox', { name: /HbA1c/ }).waitFor()
  await settled(page)
}

async function toDryRun(page: Page): Promise<void> {
  await toMapping(page)
  await forward(page)
  await page.getByText('TR-999').first().waitFor()
  await settled(page)
}

async function forward(page: Page): Promise<void> {
  await page.locator('main [class*=foot] button').first().click()
}

/** An export that waits for a signature under its manifest. */
async function toExport(page: Page): Promise<void> {
  const request = { format: 'csv', patients: null, protocolId: 'NCT05106972', pseudonymised: true }
  const input = { job: randomUUID(), request, why: 'monthly listing (training)', language: 'en' }
  const { value } = (await call(page, 'exports', 'prepare', input)) as { value: { id: string } }
  await at(`/exports/${value.id}`)(page)
  await page.reload()
  await settled(page)
}

const panel = (request: object) => `?panel=${encodeURIComponent(JSON.stringify(request))}`

/** Every screen behind the unlock screen, with the sample site in it. */
export const stops: readonly Stop[] = [
  { name: 'log', go: at('/') },
  { name: 'log-missing', go: at('/?view=missing') },
  { name: 'log-attrition', go: at('/?view=attrition') },
  { name: 'register', go: at('/candidates/new') },
  { name: 'screening', go: ofCandidate('TR-002', '') },
  { name: 'screening-open', go: ofCandidate('TR-007', '') },
  { name: 'screening-conflict', go: ofCandidate('TR-017', '') },
  { name: 'chart', go: ofCandidate('TR-001', '/chart') },
  { name: 'report', go: ofCandidate('TR-014', '/report') },
  { name: 'panel-choose', go: ofCandidate('TR-007', panel({ open: 'choose' })) },
  {
    name: 'panel-negative',
    go: ofCandidate('TR-007', panel({ open: 'enter', kind: 'negative_finding', about: 'upper_gi_bleeding' })),
  },
  { name: 'panel-candidate', go: ofCandidate('TR-007', `/chart${panel({ open: 'candidate' })}`) },
  { name: 'visits', go: ofCandidate('TR-101', '/visits') },
  { name: 'visits-awaited', go: ofCandidate('TR-104', '/visits') },
  { name: 'panel-dose', go: ofCandidate('TR-102', `/visits${panel({ open: 'enter', kind: 'dose' })}`) },
  { name: 'trends', go: ofCandidate('TR-101', '/trends') },
  { name: 'trends-flare', go: ofCandidate('TR-106', '/trends') },
  { name: 'safety-patient', go: ofCandidate('TR-106', '/safety') },
  {
    name: 'panel-event',
    go: ofCandidate('TR-101', `/safety${panel({ open: 'enter', kind: 'adverse_event' })}`),
  },
  { name: 'event-serious', go: ofEvent('TR-103', 'oesophageal') },
  { name: 'event-overtaken', go: ofEvent('TR-106', 'alanine') },
  { name: 'event-not-judged', go: ofEvent('TR-104', 'tiredness') },
  { name: 'sign-causality', go: ofEvent('TR-105', 'fever', '/sign') },
  { name: 'safety', go: at('/safety') },
  { name: 'safety-overview', go: at('/safety?part=overview&protocol=NCT07413549') },
  { name: 'screening-overtaken', go: ofCandidate('TR-005', '') },
  { name: 'sign', go: ofCandidate('TR-004', '/sign/NCT05106972') },
  { name: 'signature', go: ofDecision('TR-001') },
  { name: 'signature-overtaken', go: ofDecision('TR-005') },
  { name: 'countersign', go: ofDecision('TR-003', '/countersign') },
  { name: 'work', go: at('/work') },
  { name: 'deviations', go: at('/deviations') },
  { name: 'cohort', go: at('/cohort/NCT05106972') },
  { name: 'documents', go: at('/documents') },
  { name: 'document-new', go: toPreview },
  { name: 'verify', go: at('/verify') },
  { name: 'imports', go: at('/imports') },
  { name: 'import-mapping', go: toMapping },
  { name: 'import-check', go: toDryRun },
  { name: 'exports-new', go: at('/exports/new') },
  { name: 'export', go: toExport },
  { name: 'exports', go: at('/exports') },
  { name: 'inspection', go: at('/inspection') },
  { name: 'inspection-documents', go: at('/inspection?part=documents') },
  { name: 'inspection-people', go: at('/inspection?part=people') },
  { name: 'backups', go: at('/backups') },
  { name: 'backups-key', go: at('/backups/key') },
  { name: 'trail', go: at('/trail') },
  { name: 'protocols', go: at('/protocols') },
  { name: 'protocol-published', go: at('/protocols/NCT05106972') },
  { name: 'protocol-site', go: at('/protocols/NCT07413549') },
  { name: 'protocol-visits', go: at('/protocols/NCT05106972#visits-and-doses') },
  { name: 'protocol-charts', go: at('/protocols/NCT05106972#scores-and-charts') },
  { name: 'protocol-safety', go: at('/protocols/NCT07413549#safety-watch') },
  { name: 'settings-appearance', go: at('/settings/appearance') },
  { name: 'settings-site', go: at('/settings/site') },
  { name: 'settings-users', go: at('/settings/users') },
  { name: 'settings-laboratories', go: at('/settings/laboratories') },
  { name: 'settings-signing', go: at('/settings/signing') },
  { name: 'settings-password', go: at('/settings/password') },
  { name: 'about', go: at('/about') },
]

/** Nothing moves any more: no loader, no animation that still runs. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.mantine-Loader-root') === null)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  await page.waitForTimeout(150)
}

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { type SiteOn, siteOn } from '../../site-on.ts'
import { PEOPLE, type Template } from '../../template.ts'
import type { Place } from '../work.ts'

/** Where a site keeps its backups when each is made: some of them rotate away. */
const KEEP = { days: 2, weeks: 1, months: 1 }

/** A store that backs up to the stick, made once for all series and copied to where each takes place. */
export async function fromSeed(
  { store, stick, seed }: Place,
  template: Template,
  fill: (site: SiteOn) => Promise<void>,
): Promise<void> {
  if (existsSync(seed)) {
    await rm(store, { recursive: true, force: true })
    await cp(join(seed, 'store'), store, { recursive: true })
    await cp(join(seed, 'stick'), stick, { recursive: true })
    return
  }
  await cp(template.closed, store, { recursive: true })
  await mkdir(stick, { recursive: true })
  const site = siteOn(store)
  await site.api.session.unlock(PEOPLE[0])
  const settings = { folder: stick, everyHours: null, onClosing: false, keep: KEEP }
  await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'the stick in the safe' })
  await fill(site)
  await site.close()
  await mkdir(seed)
  await cp(store, join(seed, 'store'), { recursive: true })
  await cp(stick, join(seed, 'stick'), { recursive: true })
}

/** Makes a backup and waits until it is verified and on record. */
export async function backUp({ api }: SiteOn): Promise<{ fileName: string }> {
  await api.backups.start({})
  for (;;) {
    const { running, failed, lastGood } = await api.backups.status({})
    if (running === null && failed !== null) throw new Error(`no backup: ${failed.trouble}`)
    if (running === null && lastGood !== null) return lastGood
    await pause(5)
  }
}

/** Charts one weight under a name by which it is found again. */
export async function chartNamed(
  { api }: SiteOn,
  { patientId }: Template,
  name: string = randomUUID(),
): Promise<void> {
  const on = CivilDate.parse('2025-09-01')
  const content = FactContent.parse({ kind: 'body_weight', on, kg: '61' })
  await api.facts.record({ patientId, facts: [{ content, source: { kind: 'device', name } }] })
}

/** Whether such a weight is there. */
export async function hasNamed({ api }: SiteOn, { patientId }: Template, name: string): Promise<boolean> {
  const facts = await api.facts.list({ patientId })
  return facts.some(({ source }) => source.kind === 'device' && source.name === name)
}

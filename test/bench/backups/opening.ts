import { rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'
import { type Pair, ratioOf } from '../measure.ts'
import type { Row } from '../table.ts'
import { type LargeStore, openAgain } from './large-store.ts'

const SAVES = 200

/** The files as a kill leaves them, the last saves in the WAL alone, beside the same store after it was closed. */
export async function afterAKill({ site, size }: LargeStore, folder: string, rounds: number): Promise<Row> {
  const [killed, closed, opened] = ['killed', 'closed', 'opened'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (let saved = 0; saved < SAVES; saved += 1)
    await site.api.patients.register({ screeningNumber: `K-${saved}`, initials: 'AB', sex: 'male' })
  await cp(site.directory, killed, { recursive: true })
  site.restart()
  await cp(site.directory, closed, { recursive: true })
  await openAgain(site)
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    const ours = await openOnce(killed, opened, site)
    pairs.push({ ours, other: await openOnce(closed, opened, site) })
  }
  const work = `unlock a store of ${size} after a kill`
  return { work, beside: 'unlocking it after it was closed', ratio: ratioOf(pairs), aim: 2 }
}

async function openOnce(from: string, directory: string, { clock }: TestSite): Promise<number> {
  await cp(from, directory, { recursive: true })
  const { as, close } = secondProcess({ directory, clock })
  const started = performance.now()
  await as('chen')
  const milliseconds = performance.now() - started
  await close()
  rmSync(directory, { recursive: true })
  return milliseconds
}

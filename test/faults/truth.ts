import { hash, randomUUID } from 'node:crypto'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { trailHead } from '#main/store/audit-trail.ts'
import { closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { differences, type Reading, readAll, trailLength } from './reading.ts'
import { payloadOf, type SiteOn, siteOn } from './site-on.ts'
import type { Outcome } from './tally.ts'
import { PEOPLE } from './template.ts'

/** What a store says while nothing is wrong with it. */
export interface Truth {
  readonly reading: Reading
  /** How many entries the trail had. */
  readonly entries: number
}

/** Reads a copy of a store, so that the store stays as it is. */
export async function truthOf(store: string): Promise<Truth> {
  // Several processes read the same template.
  const copy = `${store}.${randomUUID()}`
  cpSync(store, copy, { recursive: true })
  const site = siteOn(copy)
  try {
    // Unlocking appends: what it wrote is no part of what was there.
    const before = await entriesOf(copy)
    await site.api.session.unlock(PEOPLE[0])
    return { reading: await readAll(site.api, before), entries: before }
  } finally {
    await site.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** How many entries the trail of a closed store has. */
async function entriesOf(store: string): Promise<number> {
  const opened = await unwrapForUser(readKeyring(store), PEOPLE[0].loginName, PEOPLE[0].password)
  if (opened === undefined) throw new Error('the template does not open')
  const db = openDatabase(storeFiles(store).database, opened.key)
  const entries = trailHead(db)?.seq ?? 0
  closeDatabase(db)
  opened.key.destroy()
  return entries
}

/** How a store answered: what it said, and what it found while opening. */
export interface Looked {
  readonly outcome: Outcome
  readonly findings: readonly string[]
}

/**
 * Opens a store to which something was done, and compares all that it says with the truth. It is refused with a code and
 * the store left as it was; or opened with every value right; or opened and what is missing is said. All else is a loss.
 */
export async function lookAt(store: string, truth: Truth, now?: () => Date): Promise<Looked> {
  const before = keptHashes(store)
  const site = siteOn(store, now)
  try {
    const opened = await site.api.session.unlock(PEOPLE[0]).catch(payloadOf)
    if ('code' in opened) return { outcome: refusal(opened, before, keptHashes(store)), findings: [] }
    const read = await readAll(site.api, truth.entries).catch(payloadOf)
    const findings = opened.findings
    if (isPayload(read)) return { outcome: refusal(read, [], []), findings }
    return { outcome: await compared(site, truth, { read, findings }), findings }
  } catch (error) {
    return { outcome: { was: 'lost', what: `thrown: ${String(error)}` }, findings: [] }
  } finally {
    await site.close()
  }
}

async function compared(
  site: SiteOn,
  truth: Truth,
  { read, findings }: { readonly read: Reading; readonly findings: readonly string[] },
): Promise<Outcome> {
  const [bug] = site.failures
  if (bug !== undefined) return { was: 'lost', what: `internal: ${JSON.stringify(bug)}` }
  const wrong = differences(truth.reading, read)
  const said = findings.join(' ')
  if (wrong.length === 0) return { was: 'recovered', as: said === '' ? 'whole' : `whole, said: ${said}` }
  if (findings.some(finding => ABOUT_THE_TRAIL.includes(finding)))
    return { was: 'refused', as: `opened, said: ${said}` }
  const entries = await trailLength(site.api)
  return { was: 'lost', what: `unsaid (${entries} entries, ${said}): ${wrong.slice(0, 4).join('; ')}` }
}

/** Findings that say that the store may be another than it was. */
const ABOUT_THE_TRAIL: readonly string[] = [
  'trail_anchor_missing',
  'trail_does_not_match_anchor',
  'backup_is_ahead',
  'store_restored',
]

type Payload = ReturnType<typeof payloadOf>

function refusal(payload: Payload, before: readonly string[], after: readonly string[]): Outcome {
  if (payload.code === 'internal') return { was: 'lost', what: 'internal' }
  if (before.join() !== after.join()) return { was: 'lost', what: `refused as ${payload.code}, and changed` }
  const part = 'part' in payload ? ` ${payload.part}` : ''
  return { was: 'refused', as: `${payload.code}${part}` }
}

function isPayload(read: Reading | Payload): read is Payload {
  return 'code' in read
}

/** Of the files that hold the records and the keys; what is noted beside them may grow, and an empty WAL holds nothing. */
function keptHashes(store: string): string[] {
  const { database, keyring } = storeFiles(store)
  return [database, `${database}-wal`, keyring].flatMap(path => {
    try {
      const content = readFileSync(path)
      return content.length === 0 ? [] : [`${path} ${hash('sha256', content)}`]
    } catch {
      return []
    }
  })
}

import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { SiteOn } from './site-on.ts'

/** Everything that a site's people can read, by what it is; two that are the same say the same of everything. */
export type Reading = Readonly<Record<string, string>>

/** Reads all records over the contract, as whoever is logged in. The trail is read up to `entries`, or to its end. */
export async function readAll(api: SiteOn['api'], entries = Number.POSITIVE_INFINITY): Promise<Reading> {
  const [patients, signed, documents] = [
    await api.patients.list({}),
    await api.signatures.list({}),
    await api.documents.list({}),
  ]
  const read: Record<string, unknown> = {
    ...{ patients, documents },
    users: await api.users.list({}),
    laboratories: await api.laboratories.list({}),
    imports: await api.imports.list({}),
    drafts: await api.drafts.list({}),
    // Whether the file is there now is no record.
    backups: (await api.backups.list({})).map(({ state: _state, ...backup }) => backup),
    settings: await api.settings.get({}),
  }
  for (const { id } of patients) read[`facts ${id}`] = await api.facts.list({ patientId: id })
  for (const { id } of signed) read[`signature ${id}`] = await api.signatures.get({ id })
  for (const { id } of documents) {
    const { file } = await api.documents.get({ id })
    read[`document ${id}`] = hash('sha256', Buffer.from(file.pdf, 'base64'), 'hex')
  }
  Object.assign(read, await readTrail(api, entries))
  return Object.fromEntries(Object.entries(read).map(([what, value]) => [what, canonicalize(value) ?? '']))
}

/** How many entries the trail has. */
export async function trailLength(api: SiteOn['api']): Promise<number> {
  return (await api.audit.overview({})).entries
}

/** What `was` says that `is` does not say, by its names; nothing where all of it is there, word for word. */
export function differences(was: Reading, is: Reading): string[] {
  return Object.entries(was).flatMap(([what, text]) => {
    if (is[what] === text) return []
    return [is[what] === undefined ? `${what}: gone` : `${what}: another`]
  })
}

/** What was read before and is not there any more: lists may have grown, everything in them stands as it stood. */
export function grown(was: Reading, is: Reading): string[] {
  return differences(was, is).flatMap(what => {
    const name = what.slice(0, what.lastIndexOf(': '))
    const [before, after] = [membersOf(was[name]), membersOf(is[name])]
    if (before === undefined || after === undefined) return name === 'drafts' ? [] : [what]
    const gone = [...before].filter(member => !after.has(member))
    return gone.length === 0 || name === 'drafts' ? [] : [`${name}: ${gone.length} changed or gone`]
  })
}

function membersOf(text = ''): Set<string> | undefined {
  const value: unknown = text === '' ? undefined : JSON.parse(text)
  return Array.isArray(value) ? new Set(value.map(member => canonicalize(member) ?? '')) : undefined
}

async function readTrail(api: SiteOn['api'], entries: number): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {}
  for (let afterSeq = 0; afterSeq < entries; ) {
    const part = await api.audit.list({ afterSeq, limit: 1000 })
    for (const entry of part) if (entry.seq <= entries) read[`entry ${entry.seq}`] = entry
    if (part.length < 1000) break
    afterSeq += part.length
  }
  return read
}

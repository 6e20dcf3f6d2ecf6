import type { FactContent } from '#shared/core/facts/content.ts'
import { attributeName } from '#shared/core/names.ts'
import { type Leaf, leavesOf } from '../wide-long/leaves.ts'
import { decimal, type Part } from './written.ts'

/** What people write in whole sentences: CO holds it, whatever its length. */
const COMMENTS: ReadonlySet<string> = new Set([
  'description',
  'ground',
  'narrative',
  'newborn',
  'reason',
  'text',
  'treatment',
])

/** Which row of which data set a supplement is about. */
export interface Anchor {
  readonly domain: string
  readonly fact: string
  readonly sequence: number
}

/** What of a fact stands in no row of its data set: SUPPQUAL, and CO for sentences. Nothing that was charted is left out. */
export function supplements(content: FactContent, used: readonly string[], anchor: Anchor): Part[] {
  const stands = new Set(used)
  return leavesOf(content)
    .filter(({ path }) => !stands.has(path) && !stands.has(path.split('.', 1)[0] ?? ''))
    .map(leaf => (COMMENTS.has(lastName(leaf.path)) ? comment(leaf, anchor) : qualifier(leaf, anchor)))
}

function lastName(path: string): string {
  return path.split('.').at(-1) ?? path
}

function idVariable({ domain, sequence }: Anchor) {
  return { RDOMAIN: domain, IDVAR: `${domain}SEQ`, IDVARVAL: String(sequence) }
}

function comment({ path, value }: Leaf, anchor: Anchor): Part {
  const values = { ...idVariable(anchor), COSPID: anchor.fact, COREF: path, COVAL: value }
  return { domain: 'CO', values }
}

function qualifier({ path, value }: Leaf, anchor: Anchor): Part {
  const values = {
    ...idVariable(anchor),
    QNAM: qualifierName(path),
    QLABEL: qualifierLabel(path),
    QVAL: typeof value === 'string' ? decimal(value) : value,
    QORIG: 'CRF',
    QSPID: anchor.fact,
    QPATH: path,
  }
  return { domain: 'SUPPQUAL', values }
}

/**
 * At most eight capitals and digits: the initials of what it is part of, its own name as far as there is room, and the
 * places in lists. `grades.2.from` is `GFROM2`.
 */
function qualifierName(path: string): string {
  const parts = path.split('.')
  const places = parts.filter(isPlace).join('')
  const names = parts.filter(part => !isPlace(part)).map(part => part.replace(/[^A-Za-z0-9]/g, ''))
  const own = names.at(-1) ?? ''
  const initials = names.slice(0, -1).map(name => name.charAt(0))
  return `${`${initials.join('')}${own}`.slice(0, 8 - places.length)}${places}`.toUpperCase()
}

function qualifierLabel(path: string): string {
  const words = path.split('.').map(part => (isPlace(part) ? part : attributeName(part).en))
  return words.join(' ').slice(0, 40)
}

function isPlace(part: string): boolean {
  return /^\d+$/.test(part)
}

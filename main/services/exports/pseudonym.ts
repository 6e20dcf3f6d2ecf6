import type { QueryContext } from '#main/services/context.ts'
import { listUsers, type UserRecord } from '#main/store/user-repository.ts'
import type { FactSource } from '#shared/core/facts/fact.ts'
import type { UserId } from '#shared/core/ids.ts'

/** People of the site as an export names them: by number and role where it is pseudonymised. */
export function namedPeople({ db }: Pick<QueryContext, 'db'>, pseudonymised: boolean) {
  return listUsers(db).map(({ id, fullName, loginName, role }) =>
    pseudonymised ? { id, role, fullName: id, loginName: id } : { id, role, fullName, loginName },
  )
}

/** What a person is called in an export. */
export function nameOf(
  userId: UserId,
  { fullName }: Pick<UserRecord, 'fullName'>,
  pseudonymised: boolean,
): string {
  return pseudonymised ? userId : fullName
}

/** A content in which people of the site, where they are named by themselves, stand by their number. */
export function unnamedContent<T>(value: T, people: ReadonlyMap<string, UserId>): T {
  if (typeof value === 'string') return (people.get(value.trim()) ?? value) as T
  if (Array.isArray(value)) return value.map(one => unnamedContent<unknown>(one, people)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, unnamedContent<unknown>(inner, people)]),
  ) as T
}

/** Everybody who works or worked at the site, by full name. */
export function numbersByName({ db }: Pick<QueryContext, 'db'>): ReadonlyMap<string, UserId> {
  return new Map(listUsers(db).map(({ fullName, id }) => [fullName.trim(), id]))
}

/** Of a source what names nobody: files and papers are often called after the patient. */
export function unnamedSource(source: FactSource): FactSource {
  if (source.kind === 'file') return { ...source, name: `sha256-${source.sha256.slice(0, 16)}` }
  if (source.kind !== 'report') return source
  const { sha256 } = source
  return sha256 === undefined
    ? { kind: 'report', reference: 'withheld' }
    : { kind: 'report', reference: `sha256-${sha256.slice(0, 16)}`, sha256 }
}

/** Attributes of facts that people write in their own words. */
const FREE = new Set([
  'by',
  'cause',
  'description',
  'examiner',
  'ground',
  'how',
  'indication',
  'judgedBy',
  'lateReason',
  'narrative',
  'newborn',
  'note',
  'performedBy',
  'reason',
  'recipient',
  'relation',
  'requestedBy',
  'term',
  'text',
  'treatment',
])

/** How many texts of a content are somebody's own words, and so may name somebody. */
export function freeTextsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (typeof inner === 'string' ? Number(FREE.has(name)) : freeTextsIn(inner)),
    0,
  )
}

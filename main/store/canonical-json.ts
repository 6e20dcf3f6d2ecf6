import canonicalize from 'canonicalize'

/**
 * The canonical text of a JSON value (RFC 8785): what the package `canonicalize` writes, some times faster, for an import
 * writes it by the hundred thousand. Throws for what is no JSON value.
 */
export function canonicalJson(value: unknown): string {
  const copy = sorted(value)
  const text = copy === ODD ? undefined : JSON.stringify(copy)
  // Half a character is written as \ud…, and is not allowed; the package knows.
  if (text !== undefined && !text.includes('\\ud')) return text
  const slowly = canonicalize(value)
  if (slowly === undefined) throw new Error('only JSON has a canonical text')
  return slowly
}

/** Stands for what the fast way does not know. */
const ODD = Symbol('odd')

/** A copy whose names stand in order, as JSON.stringify then writes them. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string' || value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : ODD
  if (typeof value !== 'object') return ODD
  return Array.isArray(value) ? sortedList(value) : sortedRecord(value as Readonly<Record<string, unknown>>)
}

function sortedList(list: readonly unknown[]): unknown {
  const copy: unknown[] = []
  for (const item of list) {
    const one = sorted(item)
    if (one === ODD) return ODD
    copy.push(one)
  }
  return copy
}

/** Names that begin with a digit may stand in an order of their own, whatever order they were given. */
const NUMBERED = /^\d/

function sortedRecord(record: Readonly<Record<string, unknown>>): unknown {
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(record).sort()) {
    const item = record[name]
    if (item === undefined) continue
    const one = sorted(item)
    if (one === ODD || NUMBERED.test(name) || name === '__proto__') return ODD
    copy[name] = one
  }
  return typeof record['toJSON'] === 'function' ? ODD : copy
}

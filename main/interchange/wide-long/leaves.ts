import type { FactContent } from '#shared/core/facts/content.ts'

/** One value inside a content: its name, with numbers from 1 for the places in a list (`grades.1.grade`). */
export interface Leaf {
  readonly path: string
  readonly value: string | number
}

/** Said of an item that does not apply, where the record holds null. */
const NOT_APPLICABLE = 'not_applicable'

/** Every value of a content but its kind and the names given, in the order in which they were charted. */
export function leavesOf(content: FactContent, without: ReadonlySet<string> = new Set()): Leaf[] {
  const leaves: Leaf[] = []
  for (const [name, value] of Object.entries(content)) {
    if (name !== 'kind' && !without.has(name)) gather(name, value, leaves)
  }
  return leaves
}

function gather(path: string, value: unknown, into: Leaf[]): void {
  if (typeof value === 'string' || typeof value === 'number') into.push({ path, value })
  else if (value === null) into.push({ path, value: NOT_APPLICABLE })
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) gather(`${path}.${index + 1}`, each, into)
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) gather(`${path}.${name}`, inner, into)
  }
}

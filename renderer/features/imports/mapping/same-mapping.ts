import type { Mapping } from '#shared/core/imports/mapping.ts'

/** Whether two mappings say the same; the order in which they list columns, tests and units says nothing. */
export function isSameMapping(one: Mapping, other: Mapping): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.sort().join()}}`
}

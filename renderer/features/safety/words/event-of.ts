import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId } from '#shared/core/ids.ts'

/** The adverse event that a fact is, or is about; undefined for any other. */
export function eventOf({ id, content }: Fact): FactId | undefined {
  if (content.kind === 'adverse_event') return id
  return 'event' in content ? content.event : undefined
}

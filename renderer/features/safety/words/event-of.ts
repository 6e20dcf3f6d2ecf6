import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId } from '#shared/core/ids.ts'

/** The adverse event that a fact is, or is about; undefined for any other. */
export function eventOf({ id, content }: Fact): FactId | undefined {
  switch (content.kind) {
    case 'adverse_event':
      return id
    case 'causality':
    case 'safety_report':
    case 'unblinding':
      return content.event
    default:
      return undefined
  }
}

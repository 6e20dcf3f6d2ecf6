import type { EventFilter } from '#shared/core/documents/event-listing.ts'
import type { SafetySearch } from './safety-search.ts'

/** What the page is narrowed to, as far as a listing can be: it names its filters, and leaves the others out. */
export function listingFilter(search: SafetySearch): EventFilter {
  const { serious, grade, relation, emergence, organClass, cohort } = search
  return {
    ...(serious !== undefined && serious !== 'unanswered' && { serious }),
    ...(grade === '3plus' && { atLeastGrade: 3 }),
    ...(grade === '5' && { atLeastGrade: 5 }),
    ...(relation !== undefined && { relation: relation === 'unassessed' ? 'not_assessed' : relation }),
    ...(emergence !== undefined && { emergence }),
    ...(organClass !== undefined && { organClass }),
    ...(cohort !== undefined && { cohort }),
  }
}

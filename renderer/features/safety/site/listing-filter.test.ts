import { expect, it } from 'vitest'
import { EventFilter } from '#shared/core/documents/event-listing.ts'
import { listingFilter } from './listing-filter.ts'
import { SafetySearch } from './safety-search.ts'

it.each([
  [{}, {}],
  [
    { serious: 'yes', relation: 'unassessed' },
    { serious: 'yes', relation: 'not_assessed' },
  ],
  [{ grade: '3plus' }, { atLeastGrade: 3 }],
  [{ grade: '5' }, { atLeastGrade: 5 }],
  [
    { cohort: 'cohort-1', emergence: 'unknown' },
    { cohort: 'cohort-1', emergence: 'unknown' },
  ],
  // A listing cannot tell these: it has every event rather than the wrong ones.
  [{ serious: 'unanswered', grade: '2', clock: 'late', questions: 'open' }, {}],
])('a page narrowed to %j leads to a listing of %j', (search, wanted) => {
  expect(EventFilter.parse(listingFilter(SafetySearch.parse(search)))).toEqual(wanted)
})

import type { adverseEvents } from '#shared/api/adverse-events.ts'
import { questionsAbout } from './adverse-events/check.ts'
import { oneEvent } from './adverse-events/detail.ts'
import { patientsAsked } from './adverse-events/event-patients.ts'
import { listedEvents, listingFor } from './adverse-events/listed.ts'
import { exportListing } from './adverse-events/listing-csv.ts'
import { offersFor } from './adverse-events/offers.ts'
import { safetyOverview } from './adverse-events/overview.ts'
import { runningClocks } from './adverse-events/running-clocks.ts'
import type { AreaHandlers } from './handlers.ts'

export const adverseEventHandlers: AreaHandlers<typeof adverseEvents> = {
  list(whose, context) {
    const listing = listingFor(whose.patientId, context)
    const patients = patientsAsked(whose, listing.conduct)
    return { now: context.session.clock.render(context.now()), events: listedEvents(patients, listing) }
  },

  get: ({ event }, context) => oneEvent(event, context),

  check: (typed, context) => ({ questions: questionsAbout(typed, context) }),

  offers: ({ patientId }, context) => offersFor(patientId, context),

  clocks(_input, context) {
    return { now: context.session.clock.render(context.now()), clocks: runningClocks(context) }
  },

  overview: (asked, context) => safetyOverview(asked, context),

  exportListing: (asked, context) => exportListing(asked, context),
}

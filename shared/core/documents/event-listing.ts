import { z } from 'zod'
import { ListedEvent } from '../adverse-events/listed-event.ts'
import { OrganClass } from '../adverse-events/organ-classes.ts'
import { CivilDate, OffsetDateTime } from '../civil-date.ts'
import { Relation, safety } from '../facts/safety.ts'
import { SignatureStatus } from '../signatures/status.ts'
import { NamedCandidate, NamedProtocol } from './named.ts'

/** Which events a listing has; what is absent does not narrow it. */
export const EventFilter = z.strictObject({
  serious: z.enum(['yes', 'no']).optional(),
  /** Worst grade at least so high; what nobody has graded is left out then. */
  atLeastGrade: z.int().min(1).max(5).optional(),
  /** Relation to the product by the last judgement. */
  relation: z.enum([...Relation.options, 'not_assessed']).optional(),
  emergence: ListedEvent.shape.emergence.optional(),
  organClass: OrganClass.optional(),
  cohort: z.string().min(1).max(60).optional(),
  /** Days of onset, both included; an onset that may lie outside is left out. */
  from: CivilDate.optional(),
  to: CivilDate.optional(),
})
export type EventFilter = z.infer<typeof EventFilter>

const { adverse_event: event, causality, safety_report: report } = safety

const EventLine = z.strictObject({
  ...ListedEvent.pick({
    ...{ event: true, version: true, screeningNumber: true, subjectNumber: true, protocol: true },
    ...{ organClass: true, worst: true, current: true, studyDay: true, sinceDose: true },
    ...{ emergence: true },
  }).shape,
  /** By the site’s title of it; null for none. Never an arm. */
  cohort: z.string().nullable(),
  content: event.pick({
    ...{ from: true, to: true, term: true, ctcae: true, meddra: true, serious: true, criteria: true },
    ...{ outcome: true, action: true, expectedness: true, infusionReaction: true, complication: true },
  }),
  /** The last judgement; null while nobody has judged. */
  causality: z
    .strictObject({
      ...causality.pick({ on: true, product: true, procedure: true, disease: true }).shape,
      category: causality.shape.whoUmc.shape.category,
      /** Printed full name. */
      author: z.string(),
      /** How the newest signature stands that nobody withdrew; null without one. */
      signature: SignatureStatus.nullable(),
    })
    .nullable(),
  reports: z.array(z.strictObject({ to: report.shape.to, stage: report.shape.stage, on: OffsetDateTime })),
})
export type EventLine = z.infer<typeof EventLine>

/** Adverse events of a patient or of the site, in one protocol or in all; blinded. */
export const EventListing = z.strictObject({
  kind: z.literal('event_listing'),
  on: CivilDate,
  /** Null for everybody. */
  candidate: NamedCandidate.nullable(),
  /** Null for every protocol. */
  protocol: NamedProtocol.nullable(),
  filter: EventFilter,
  /** How many events there are before the filter. */
  outOf: z.int().min(0),
  events: z.array(EventLine),
})
export type EventListing = z.infer<typeof EventListing>

import { z } from 'zod'
import { Complication } from '../adverse-events/complications.ts'
import { CtcaeName } from '../adverse-events/ctcae-entries.ts'
import { OrganClass } from '../adverse-events/organ-classes.ts'
import { QuestionCode } from '../adverse-events/questions.ts'
import { WhoUmcAnswers, WhoUmcCategory } from '../adverse-events/who-umc.ts'
import { CivilDate, EventTime, OffsetDateTime, PartialDate } from '../civil-date.ts'
import { DocumentId, FactId, ProtocolId, Sha256 } from '../ids.ts'

const words = z.string().trim().min(1).max(2000)
const story = z.string().trim().min(1).max(10_000)
const short = z.string().trim().min(1).max(200)
const yesNo = z.enum(['yes', 'no'])
const ordinal = z.int().min(1).max(50)
const grade = z.int().min(1).max(5)

/** ICH E2A, each asked for itself. Severity is not seriousness. */
export const SeriousnessCriterion = z.enum([
  'death',
  'life_threatening',
  'hospitalisation',
  'disability',
  'congenital_anomaly',
  'important_medical_event',
])
export type SeriousnessCriterion = z.infer<typeof SeriousnessCriterion>

/** The investigator's judgement towards one possible cause; it cannot always be told. */
export const Relation = z.enum(['related', 'not_related', 'undetermined'])
export type Relation = z.infer<typeof Relation>

/** Something new that was learned about an event after it was first charted. */
const FollowUp = z.strictObject({ on: EventTime, text: words })

/** When the site learned of something that it has to report, by its own clock, and who did. */
const Awareness = z.strictObject({ at: OffsetDateTime, by: short })

/** Points of one item of RUCAM; null where it does not apply. */
const RucamItem = z.int().min(-3).max(3).nullable()

/** What went wrong for a patient, what was judged of it, and whom the site told (CDISC AE, ICH E2A, E2B). */
export const safety = {
  adverse_event: z.strictObject({
    kind: z.literal('adverse_event'),
    /** Onset; absent where it is not known. */
    from: EventTime.optional(),
    to: z.union([EventTime, z.literal('ongoing')]).optional(),
    /** As reported. */
    term: short,
    /** Absent for a term that is not among those that Lobule knows: then it is graded by CTCAE's general scale. */
    ctcae: CtcaeName.optional(),
    /** Of a term outside CTCAE's subset. */
    organClass: OrganClass.optional(),
    /** Entered by hand: MedDRA is licensed. */
    meddra: z
      .strictObject({ code: z.string().regex(/^\d{8}$/, 'the eight digits of a MedDRA code'), term: short })
      .optional(),
    /** CTCAE grades as they followed each other, oldest first; empty while nobody has graded it. */
    grades: z.array(z.strictObject({ grade, from: EventTime })).max(40),
    /** Absent while nobody has answered. */
    serious: yesNo.optional(),
    criteria: z.array(SeriousnessCriterion).max(6).optional(),
    /** CDISC OUT. */
    outcome: z
      .enum(['recovered', 'recovering', 'not_recovered', 'recovered_with_sequelae', 'fatal', 'unknown'])
      .optional(),
    /** What was done with the treatment under study (CDISC ACN). */
    action: z
      .enum([
        'none',
        'infusion_slowed',
        'infusion_interrupted',
        'infusion_stopped',
        'dose_delayed',
        'treatment_discontinued',
        'not_applicable',
        'unknown',
      ])
      .optional(),
    /** Treatment of the event. */
    treatment: words.optional(),
    narrative: story.optional(),
    /** Against the reference safety information that is named. */
    expectedness: z.strictObject({ answer: z.enum(['expected', 'unexpected']), reference: short }).optional(),
    reportedBy: z
      .enum(['patient', 'relative', 'examination', 'laboratory', 'record', 'other_hospital'])
      .optional(),
    aware: Awareness.optional(),
    /** A reaction to the infusion of a dose. */
    infusionReaction: yesNo.optional(),
    complication: Complication.optional(),
    /** The laboratory value that it was recorded from. */
    result: FactId.optional(),
    followUps: z.array(FollowUp).max(60).optional(),
    /** Why the record stays as it is where something in it does not fit together. */
    answers: z
      .array(z.strictObject({ question: QuestionCode, reason: words }))
      .max(20)
      .optional(),
  }),
  /** The investigator's own judgement of one event; what is signed. */
  causality: z.strictObject({
    kind: z.literal('causality'),
    on: EventTime,
    event: FactId,
    product: Relation,
    procedure: Relation,
    disease: Relation,
    whoUmc: z.strictObject({ category: WhoUmcCategory, answers: WhoUmcAnswers }),
    ground: words,
    /** Answers to the ten questions of Naranjo in their order; an aid. */
    naranjo: z
      .array(z.enum(['yes', 'no', 'unknown', 'not_applicable']))
      .length(10)
      .optional(),
    /** Updated RUCAM (2016); an aid for liver injury, scored by the clinician. */
    rucam: z
      .strictObject({
        injury: z.enum(['hepatocellular', 'cholestatic_or_mixed']),
        items: z.strictObject({
          onset: RucamItem,
          course: RucamItem,
          riskFactors: RucamItem,
          concomitant: RucamItem,
          alternativeCauses: RucamItem,
          previousHepatotoxicity: RucamItem,
          rechallenge: RucamItem,
        }),
      })
      .optional(),
    /** Whether it is dose-limiting by the site's definition. */
    doseLimiting: z.enum(['yes', 'no', 'undetermined']).optional(),
  }),
  /** A graded laboratory value that an investigator judged not clinically significant: no event. */
  result_assessment: z.strictObject({
    kind: z.literal('result_assessment'),
    on: EventTime,
    result: FactId,
    term: CtcaeName,
    significance: z.literal('not_significant'),
    ground: words,
  }),
  /** That an event was reported: how, to whom, when, and which document. */
  safety_report: z.strictObject({
    kind: z.literal('safety_report'),
    on: OffsetDateTime,
    event: FactId,
    to: z.enum(['sponsor', 'ethics_committee', 'authority', 'other']),
    stage: z.enum(['initial', 'follow_up']),
    recipient: short,
    how: short,
    /** SHA-256 of the file that was sent; the document where Lobule keeps it. */
    sent: z.strictObject({ sha256: Sha256, document: DocumentId.optional() }),
    /** When the recipient had it, as they confirmed. */
    receivedAt: OffsetDateTime.optional(),
    /** Asked where it was late. */
    lateReason: words.optional(),
  }),
  /** Somebody broke the blind outside Lobule. What it showed is nowhere: there is no allocation (trust.md K1). */
  unblinding: z.strictObject({
    kind: z.literal('unblinding'),
    on: EventTime,
    protocol: ProtocolId,
    reason: words,
    requestedBy: short,
    performedBy: short,
    event: FactId.optional(),
  }),
  /** A participant's pregnancy, followed to its end. */
  pregnancy: z.strictObject({
    kind: z.literal('pregnancy'),
    /** When it was found. */
    from: EventTime,
    protocol: ProtocolId,
    aware: Awareness.optional(),
    lastMenstruation: PartialDate.optional(),
    dueOn: CivilDate.optional(),
    /** The last dose before conception or during the pregnancy. */
    number: ordinal.optional(),
    outcome: z
      .enum([
        'ongoing',
        'live_birth',
        'spontaneous_abortion',
        'induced_abortion',
        'ectopic',
        'stillbirth',
        'unknown',
      ])
      .optional(),
    outcomeOn: EventTime.optional(),
    newborn: words.optional(),
    followUps: z.array(FollowUp).max(60).optional(),
  }),
}

import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { PROTOCOL, sign, startDecidedSite } from './decided-site.ts'
import type { TestSite } from './engine.ts'

/** Charts facts about a patient and gives their ids in that order. */
export async function record(
  site: TestSite,
  patientId: PatientId,
  ...contents: readonly unknown[]
): Promise<FactId[]> {
  const { facts } = await site.api.facts.record({
    patientId,
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })
  return facts.map(({ id }) => id)
}

const range = (high: string) => ({ range: { high } })

/** What stands around the event: liver tests before the dose and after it, medicines, and the disease's own course. */
const around = [
  { kind: 'laboratory', on: '2026-11-21', loinc: '1742-6', value: '60', unit: 'U/L', ...range('40') },
  { kind: 'laboratory', on: '2026-11-21', loinc: '14631-6', value: '30', unit: 'umol/L', ...range('20') },
  { kind: 'laboratory', on: '2026-11-28', loinc: '1742-6', value: '240', unit: 'U/L', ...range('40') },
  { kind: 'laboratory', on: '2026-11-28', loinc: '6768-6', value: '120', unit: 'U/L', ...range('120') },
  { kind: 'laboratory', on: '2026-11-29', loinc: '14631-6', value: '50', unit: 'umol/L', ...range('20') },
  { kind: 'concomitant_medication', from: '2026-11-20', to: 'ongoing', name: 'isoniazid' },
]

export const event = {
  kind: 'adverse_event',
  from: '2026-11-28T08:00:00+08:00',
  term: 'raised transaminases',
  ctcae: 'alanine_aminotransferase_increased',
  grades: [{ grade: 3, from: '2026-11-28' }],
  serious: 'no',
  outcome: 'recovering',
  action: 'infusion_interrupted',
}

/** An investigator's judgement of an event. */
export const judgementOf = (id: FactId) => ({
  kind: 'causality',
  on: '2026-11-30',
  event: id,
  product: 'related',
  procedure: 'not_related',
  disease: 'undetermined',
  whoUmc: {
    category: 'possible',
    answers: {
      time: 'reasonable',
      otherCauses: 'also_possible',
      withdrawal: 'not_applicable',
      definitive: 'no',
      rechallenge: 'not_done',
      information: 'sufficient',
    },
  },
  ground: 'six days after the first dose; isoniazid may explain it too',
})

/** A patient who was dosed, with an event a week later that `chen` has judged; `chen` is logged in. */
export async function startJudgedSite() {
  const site = await startDecidedSite()
  const { patientId } = site
  await sign(site, site.request)
  site.clock.advance(3600)
  await record(site, patientId, {
    ...{ kind: 'enrolment', on: '2026-11-22', protocol: PROTOCOL, status: 'enrolled' },
  })
  const [dose] = await record(site, patientId, {
    ...{ kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-22T10:30:00+08:00' },
  })
  site.clock.set('2026-11-30T02:00:00.000Z')
  const charted = await record(site, patientId, ...around)
  const [eventId] = await record(site, patientId, event)
  if (dose === undefined || eventId === undefined) throw new Error('nothing was charted')
  const [judgement] = await record(site, patientId, judgementOf(eventId))
  if (judgement === undefined) throw new Error('nothing was judged')
  const causality = { kind: 'causality', patientId, event: eventId } as const
  return { ...site, dose, around: charted, event: eventId, judgement, causality }
}
export type JudgedSite = Awaited<ReturnType<typeof startJudgedSite>>

import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { NewFact } from '#shared/api/facts.ts'
import type { PatientId } from '#shared/core/ids.ts'

type EngineClient = Client<typeof contract>

/** Recorded in clinic, invented like everything at the sample site. */
const HEADACHE = NewFact.parse({
  content: {
    ...{ kind: 'adverse_event', term: 'headache 头痛', ctcae: 'headache' },
    ...{ from: '2026-11-18', to: '2026-11-19', outcome: 'recovered' },
    ...{ grades: [{ grade: 1, from: '2026-11-18' }], serious: 'no', reportedBy: 'patient' },
  },
})

/** Records an adverse event and judges its causality, to be signed. */
export async function judgedEvent(client: EngineClient, patientId: PatientId) {
  const { facts } = await client.facts.record({ patientId, facts: [HEADACHE] })
  const [event] = facts
  if (event === undefined) throw new Error('nothing was recorded')
  const judgement = NewFact.parse({
    content: {
      ...{ kind: 'causality', on: '2026-11-20', event: event.id },
      ...{ product: 'not_related', procedure: 'not_related', disease: 'undetermined' },
      whoUmc: {
        category: 'unlikely',
        answers: {
          ...{ time: 'improbable', otherCauses: 'plausible', withdrawal: 'not_applicable' },
          ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
        },
      },
      ground: 'Three weeks after the dose, for one day, after a sleepless night (invented).',
    },
  })
  await client.facts.record({ patientId, facts: [judgement] })
  return { kind: 'causality' as const, patientId, event: event.id }
}

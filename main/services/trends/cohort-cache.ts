import { scheduledDays } from '#main/services/visits/scheduled.ts'
import { changeMark, chartStamps } from '#main/store/chart-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFactsOf } from '#main/store/fact-repository.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Member } from '#shared/core/trends/cohort/member.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { visitDays } from '#shared/core/trends/visit-days.ts'
import type { ChartedProtocol } from './conducted.ts'
import { participantsIn } from './participants.ts'
import { type Asked, sourceOf } from './source.ts'

interface Entry {
  readonly stamp: string
  readonly member: Member
}

type AskedOf = Asked & { readonly protocol: ChartedProtocol }

/**
 * The patients of the cohort that was looked at last, each with the own trends, kept while the session lasts and until
 * anything that they rest on is another: the record, facts and planned days of the patient, the readings, schedule and
 * choices of the protocol, and today. Each is compared at every call, so that it does not matter who changed it.
 */
export class CohortCache {
  readonly #db: ReadableDb
  #mark = ''
  #basis = ''
  #entries = new Map<PatientId, Entry>()

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** Everybody who was enrolled in the protocol or dosed in it, in the order of the log. */
  members(asked: AskedOf): readonly Member[] {
    // Before anything is read: what another process changes meanwhile is then found at the next call.
    const mark = changeMark(this.#db)
    const basis = basisOf(asked)
    if (mark !== this.#mark || basis !== this.#basis) {
      this.#renew(participantsIn(asked.protocol.definition.id, this.#db), {
        asked,
        kept: basis === this.#basis ? this.#entries : new Map(),
      })
      this.#basis = basis
      this.#mark = mark
    }
    return [...this.#entries.values()].map(({ member }) => member)
  }

  #renew(
    patients: readonly PatientRecord[],
    { asked, kept }: { asked: AskedOf; kept: ReadonlyMap<PatientId, Entry> },
  ): void {
    const stamps = this.#stampsOf(patients, asked.protocol.definition.id)
    const stale = patients.filter(({ id }) => kept.get(id)?.stamp !== stamps.get(id))
    const facts = currentFactsOf(
      this.#db,
      stale.map(({ id }) => id),
    )
    const fresh = new Map(
      stale.map(patient => [patient.id, memberOf(patient, facts.get(patient.id) ?? [], asked)]),
    )
    this.#entries = new Map(
      patients.flatMap(({ id }) => {
        const [stamp, member] = [stamps.get(id), fresh.get(id) ?? kept.get(id)?.member]
        return stamp === undefined || member === undefined ? [] : [[id, { stamp, member }]]
      }),
    )
  }

  #stampsOf(patients: readonly PatientRecord[], protocol: ProtocolId): Map<PatientId, string> {
    const charts = chartStamps(
      this.#db,
      patients.map(({ id }) => id),
    )
    return new Map(
      patients.map(({ id }) => {
        const { enrolment, doses } = scheduledDays(this.#db, id, protocol)
        return [id, `${charts.get(id)} ${enrolment} ${JSON.stringify([...doses])}`]
      }),
    )
  }
}

/**
 * What all patients of the protocol have in common. Its definition does not change while the engine runs. Nothing that a
 * cohort shows depends on today or on planned days yet; what a member holds does.
 */
function basisOf({ protocol, today, context }: AskedOf): string {
  const { definition, readings, schedule, charting } = protocol
  return JSON.stringify([definition.id, readings, schedule, charting, today, context.session.site.timeZone])
}

function memberOf(patient: PatientRecord, facts: Parameters<typeof sourceOf>[1], asked: AskedOf): Member {
  const source = sourceOf(patient, facts, asked)
  const { id: patientId, screeningNumber, initials } = patient
  const member = { patientId, screeningNumber, initials, source, visits: visitDays(source) }
  return { ...member, trends: withoutInputs(trendsOf(source)) }
}

/** What scores were computed from is most of what trends hold, and nothing of a cohort says it. */
function withoutInputs(trends: Member['trends']): Member['trends'] {
  const bare = (points: Member['trends']['series'][number]['points']) =>
    points.map(point => ({ ...point, inputs: [] }))
  return { ...trends, series: trends.series.map(one => ({ ...one, points: bare(one.points) })) }
}

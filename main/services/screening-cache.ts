import { changeMark, chartStamps } from '#main/store/chart-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentFactsOf } from '#main/store/fact-repository.ts'
import { type PatientRecord, patientsAmong } from '#main/store/patient-repository.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import type { Summary } from '#shared/api/screening.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import {
  indexChart,
  type PreparedProtocol,
  type Screening,
  screen,
  type Waiting,
  waitingIn,
} from '#shared/core/eligibility/index.ts'
import type { MissingItem } from '#shared/core/eligibility/verdict.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { defined } from './defined.ts'
import { basisKey, preparedFor } from './protocol-basis.ts'
import { isOpen, summaryOf } from './summary.ts'

/** The day that is asked about, and the day on the site's calendar. */
export interface Days {
  readonly on: CivilDate
  readonly today: CivilDate
}

/** One candidate as screened, without criterion by criterion. */
export interface Screened {
  readonly patientId: PatientId
  readonly version: number
  readonly screeningNumber: string
  readonly answers: readonly Omit<Screening, 'criteria'>[]
  readonly summaries: Summary['answers']
  /** What keeps it open, per criterion; empty for whom nothing could settle. */
  readonly waiting: readonly Waiting[]
}

interface Entry {
  readonly stamp: string
  /** Undefined for a patient who was removed. */
  readonly screened: Screened | undefined
}

/** Charts read at once; more would fill the memory with facts. */
const PART = 500
/** Days of the question that are kept. */
const DAYS = 2

/**
 * What was screened in a session, kept until anything that it rests on is another: the patient's record and facts, the
 * definitions, criteria and readings of the protocols, the day asked about, today. Each is compared at every call, so
 * that it does not matter who changed it. Ends with the session that it belongs to.
 */
export class ScreeningCache {
  readonly #db: ReadableDb
  readonly #training: SiteRecord['training']
  #mark = ''
  #basis: { readonly key: string; readonly protocols: readonly PreparedProtocol[] } | undefined
  readonly #stamps = new Map<PatientId, string>()
  readonly #days = new Map<string, Map<PatientId, Entry>>()
  readonly #items = new Map<string, MissingItem>()

  constructor(db: ReadableDb, { training }: Pick<SiteRecord, 'training'>) {
    this.#db = db
    this.#training = training
  }

  /** The protocols as the site screens with them now; prepared once for each change. */
  prepared(protocols: readonly LoadedProtocol[]): readonly PreparedProtocol[] {
    // Before anything is read: what another process changes meanwhile is then found at the next call.
    const mark = changeMark(this.#db)
    if (this.#basis !== undefined && mark === this.#mark) return this.#basis.protocols
    this.#stamps.clear()
    const key = basisKey(protocols, this.#db)
    if (this.#basis?.key !== key) {
      this.#days.clear()
      this.#items.clear()
      this.#basis = { key, protocols: protocols.map(protocol => preparedFor(protocol, this.#db)) }
    }
    this.#mark = mark
    return this.#basis.protocols
  }

  /** These candidates as they stand, in the order asked for; those who are not there, or no longer, are left out. */
  screened(ids: readonly PatientId[], days: Days, protocols: readonly LoadedProtocol[]): Screened[] {
    const prepared = this.prepared(protocols)
    const entries = this.#entriesOf(days)
    const wanted = [...new Set(ids)]
    this.#readStamps(wanted)
    const stale = wanted.filter(id => entries.get(id)?.stamp !== this.#stamps.get(id))
    for (let start = 0; start < stale.length; start += PART) {
      this.#screen(stale.slice(start, start + PART), { entries, days, prepared })
    }
    return wanted.flatMap(id => entries.get(id)?.screened ?? [])
  }

  #entriesOf({ on, today }: Days): Map<PatientId, Entry> {
    const key = `${on} ${today}`
    const entries = this.#days.get(key) ?? new Map<PatientId, Entry>()
    // The day asked about last is the newest of a Map; the oldest goes.
    this.#days.delete(key)
    this.#days.set(key, entries)
    for (const old of [...this.#days.keys()].slice(0, -DAYS)) this.#days.delete(old)
    return entries
  }

  #readStamps(ids: readonly PatientId[]): void {
    const unread = ids.filter(id => !this.#stamps.has(id))
    if (unread.length === 0) return
    for (const [id, stamp] of chartStamps(this.#db, unread)) this.#stamps.set(id, stamp)
  }

  #screen(
    ids: readonly PatientId[],
    {
      entries,
      days,
      prepared,
    }: { entries: Map<PatientId, Entry>; days: Days; prepared: readonly PreparedProtocol[] },
  ): void {
    const patients = new Map(patientsAmong(this.#db, ids).map(patient => [patient.id, patient]))
    const facts = currentFactsOf(this.#db, ids)
    for (const id of ids) {
      const [stamp, patient] = [this.#stamps.get(id), patients.get(id)]
      if (stamp === undefined) continue
      const chart = patient && chartOf(patient, facts.get(id) ?? [], this.#training)
      const screened = patient && chart && this.#screenedOf(patient, screenChart(chart, prepared, days))
      entries.set(id, { stamp, screened })
    }
  }

  #screenedOf({ id, version, screeningNumber }: PatientRecord, screenings: readonly Screening[]): Screened {
    return {
      ...{ patientId: id, version, screeningNumber },
      answers: screenings.map(({ criteria: _criteria, ...answer }) => answer),
      summaries: screenings.map(summaryOf),
      waiting: screenings
        .filter(isOpen)
        .flatMap(waitingIn)
        .map(({ criterion, missing }) => ({ criterion, missing: missing.map(item => this.#shared(item)) })),
    }
  }

  /** Thousands of candidates lack the same few things: their words are kept once. */
  #shared(item: MissingItem): MissingItem {
    const known = this.#items.get(item.key)
    if (known === undefined) this.#items.set(item.key, item)
    return known ?? item
  }
}

/** One candidate with everything charted: what the core screens. Nothing in it tells who it is. */
export function chartOf(patient: PatientRecord, facts: Fact[], training: SiteRecord['training']): Chart {
  const { screeningNumber, initials, sex, birthDate, registrationDate } = patient
  const candidate = { screeningNumber, initials, sex, ...defined({ birthDate, registrationDate }) }
  return { candidate, facts, ...defined({ training }) }
}

/** What every protocol says of one candidate. */
export function screenChart(
  chart: Chart,
  protocols: readonly PreparedProtocol[],
  { on, today }: Days,
): Screening[] {
  const indexed = indexChart(chart)
  return protocols.map(protocol => screen(indexed, protocol, on, { today }, chart.training === true))
}

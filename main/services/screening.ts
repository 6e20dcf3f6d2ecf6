import type { ReadableDb } from '#main/store/connection.ts'
import { allCurrentFacts, currentFacts } from '#main/store/fact-repository.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import { currentReadingChoices, currentSiteCriteria } from '#main/store/protocol-repository.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import type { screening } from '#shared/api/screening.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import {
  checkChoices,
  indexChart,
  matchConcepts,
  type PreparedProtocol,
  prepareProtocol,
  rankMissing,
  readingsOf,
  type Screening,
  screen,
} from '#shared/core/eligibility/index.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { QueryContext } from './context.ts'
import { defined } from './defined.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'

export const screeningHandlers: AreaHandlers<typeof screening> = {
  patient({ patientId, on }, context) {
    const { db, session } = context
    const patient = patientOf(db, patientId)
    const today = todayAt(context)
    const days = { on: on ?? patient.registrationDate ?? today, today }
    const chart = chartOf(patient, currentFacts(db, patientId), session.site)
    const screenings = screenChart(chart, prepared(context), days)
    const concepts = matchConcepts(screenings).map(({ concept, criteria }) => ({
      concept,
      criteria: criteria.map(list => [...list]),
    }))
    return { on: days.on, screenings, concepts }
  },

  site({ on }, context) {
    const { db, session } = context
    const protocols = prepared(context)
    const today = todayAt(context)
    const days = { on: on ?? today, today }
    const facts = new Map([...allCurrentFacts(db)].map(group => [group.patientId, group.facts]))
    const screened = listPatients(db).map(patient => {
      const chart = chartOf(patient, facts.get(patient.id) ?? [], session.site)
      return { patient, screenings: screenChart(chart, protocols, days) }
    })
    return {
      on: days.on,
      candidates: screened.map(({ patient: { id, screeningNumber }, screenings }) => ({
        patientId: id,
        screeningNumber,
        answers: screenings.map(({ criteria: _criteria, ...answer }) => answer),
      })),
      missing: rankMissing(screened.flatMap(({ screenings }) => screenings).filter(isOpen)),
    }
  },
}

/** A candidate who is out, whatever else were known, asks for nothing on the list of what to find out first. */
const isOpen = ({ verdict }: Screening) => verdict === 'undetermined'

/** One candidate with everything charted: what the core screens. Nothing in it tells who it is. */
function chartOf(patient: PatientRecord, facts: Fact[], { training }: Pick<SiteRecord, 'training'>): Chart {
  const { screeningNumber, initials, sex, birthDate, registrationDate } = patient
  const candidate = { screeningNumber, initials, sex, ...defined({ birthDate, registrationDate }) }
  return { candidate, facts, ...defined({ training }) }
}

/** The day on the site's calendar. */
function todayAt({ session, now }: QueryContext): CivilDate {
  return localDateOf(session.clock.render(now()))
}

interface Days {
  readonly on: CivilDate
  readonly today: CivilDate
}

function screenChart(chart: Chart, protocols: readonly PreparedProtocol[], { on, today }: Days): Screening[] {
  const indexed = indexChart(chart)
  return protocols.map(protocol => screen(indexed, protocol, on, { today }, chart.training === true))
}

function prepared({ db, protocols }: QueryContext): PreparedProtocol[] {
  return protocols.map(protocol => preparedFor(protocol, db))
}

/** A choice whose reading went with an older version of the site's criteria counts as not chosen. */
function preparedFor(protocol: LoadedProtocol, db: ReadableDb): PreparedProtocol {
  const { id } = protocol.definition
  const site = currentSiteCriteria(db, id)
  const offered = readingsOf(protocol, site)
  const chosen = Object.entries(currentReadingChoices(db, id)?.choices ?? {})
  const readings = Object.fromEntries(
    chosen.filter(([reading, alternative]) => checkChoices({ [reading]: alternative }, offered).length === 0),
  )
  return prepareProtocol({ protocol, site, readings })
}

import { CivilDate } from '#shared/core/civil-date.ts'
import { indexChart, type PreparedProtocol, screen, verdictOn } from '#shared/core/eligibility/index.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { screenWithCql } from './cql/screen.ts'
import { cqlPatient } from './cql/source.ts'
import { bothProtocols, fiveCriteria } from './definitions.ts'
import { compare } from './measure.ts'
import { plainCriteria } from './plain/criteria.ts'
import { caseOf } from './plain/record.ts'
import { syntheticCharts } from './synthetic/charts.ts'
import type { Row } from './table.ts'

const ON = CivilDate.parse('2026-11-20')

/** Screening `count` candidates beside cql-execution and beside plain functions. */
export async function screeningRows(count: number, rounds: number): Promise<Row[]> {
  const charts = syntheticCharts(count)
  const size = `${count.toLocaleString('en')} candidates`
  return [...(await besideCql(charts, size, rounds)), ...(await besidePlain(charts, size, rounds))]
}

async function besideCql(charts: readonly Chart[], size: string, rounds: number): Promise<Row[]> {
  const five = await fiveCriteria()
  // Turned into the runtime's own dates beforehand; our index is built anew inside the clock.
  const patients = charts.map(cqlPatient)
  const cql = () => screenWithCql(patients, ON)
  const beside = 'cql-execution, the same five'
  return [
    {
      work: `${size}: 5 criteria, plain verdicts`,
      beside,
      ratio: await compare(() => verdicts(charts, [five]), cql, rounds),
      aim: 0.2,
    },
    {
      work: `${size}: 5 criteria, explanations and intervals`,
      beside,
      ratio: await compare(() => screenings(charts, [five]), cql, rounds),
      aim: 1,
    },
  ]
}

async function besidePlain(charts: readonly Chart[], size: string, rounds: number): Promise<Row[]> {
  const { first, second } = await bothProtocols()
  const plain = () => plainAnswers(charts, first.protocol.definition.id)
  const beside = '19 criteria as plain functions, one day'
  return [
    {
      work: `${size}: 19 criteria, plain verdicts`,
      beside,
      ratio: await compare(() => verdicts(charts, [first]), plain, rounds),
    },
    {
      work: `${size}: both protocols, explanations and intervals`,
      beside,
      ratio: await compare(() => screenings(charts, [first, second]), plain, rounds),
    },
  ]
}

/** How many are eligible: a number that every verdict goes into. */
function verdicts(charts: readonly Chart[], protocols: readonly PreparedProtocol[]): number {
  let eligible = 0
  for (const chart of charts) {
    const indexed = indexChart(chart)
    for (const prepared of protocols) {
      if (verdictOn(indexed, prepared, ON).verdict === 'eligible') eligible += 1
    }
  }
  return eligible
}

/** How many spans of eligibility there are, from complete screenings. */
function screenings(charts: readonly Chart[], protocols: readonly PreparedProtocol[]): number {
  let spans = 0
  for (const chart of charts) {
    const indexed = indexChart(chart)
    for (const prepared of protocols) spans += screen(indexed, prepared, ON).eligible.length
  }
  return spans
}

function plainAnswers(charts: readonly Chart[], protocol: string): number {
  const criteria = Object.values(plainCriteria)
  let certain = 0
  for (const chart of charts) {
    const patient = caseOf(chart, protocol, ON)
    for (const criterion of criteria) if (criterion(patient) === 'yes') certain += 1
  }
  return certain
}

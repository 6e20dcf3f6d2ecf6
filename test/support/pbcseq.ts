import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Sex } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FollowUp } from '#shared/core/trends/survival.ts'
import { type Content, factOf } from './chart-builder.ts'

/** One visit of the data set; what is missing is undefined. */
interface Row {
  readonly id: number
  readonly day: number
  readonly futime: number
  readonly status: number
  readonly sex: Sex
  readonly printed: Readonly<Record<string, string>>
}

/** A patient of the Mayo trial as facts; the data set has days, so that every patient enters on the same one. */
export interface PbcseqPatient {
  readonly id: number
  readonly sex: Sex
  readonly facts: readonly Fact[]
}

/** The day on which everybody is taken to have been enrolled: the data set has no dates. */
const ENROLLED = dayOf('1980-01-01')
const LABORATORY = 'Mayo Clinic'

/** Column, LOINC code and unit in which the data set has what Lobule knows; pbcseq's README says why these units. */
const columns = [
  ['bili', '1975-2', 'mg/dL'],
  ['albumin', '1751-7', 'g/dL'],
  ['alk.phos', '6768-6', 'U/L'],
  ['ast', '1920-8', 'U/L'],
  ['platelet', '777-3', '10*9/L'],
  ['protime', '5902-2', 's'],
] as const

/** The patients in the order of the data set. */
export function pbcseqPatients(): PbcseqPatient[] {
  const byId = Map.groupBy(rows, ({ id }) => id)
  return [...byId].map(([id, visits]) => ({
    id,
    sex: visits[0]?.sex ?? 'unknown',
    facts: visits.flatMap(factsOfVisit),
  }))
}

/** The last follow-up of every patient; `statuses` are those that count as the event. */
export function pbcseqFollowUps(statuses: readonly number[]): FollowUp[] {
  const last = new Map(rows.map(row => [row.id, row]))
  return [...last.values()].map(({ futime, status }) => ({
    days: futime,
    hasEvent: statuses.includes(status),
  }))
}

/** Ascites is present or absent there: absent is charted, present has no grade and is left out. */
function factsOfVisit({ id, day, printed }: Row): Fact[] {
  const on = dateOf(ENROLLED + day)
  const values = columns.flatMap(([column, loinc, unit]): Content[] => {
    const value = printed[column]
    if (value === undefined) return []
    const control = column === 'protime' ? { control: 'not_printed' } : {}
    return [{ kind: 'laboratory', on, loinc, value, unit, laboratory: LABORATORY, ...control }]
  })
  const ascites: Content[] = printed['ascites'] === '0' ? [{ kind: 'ascites', on, grade: 'none' }] : []
  return [...values, ...ascites].map((content, index) => factOf(`${id}-${day}-${index}`, content, on))
}

function read(): Row[] {
  const path = join(import.meta.dirname, '../fixtures/pbcseq/pbcseq.csv')
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const names = head.split(',').map(name => name.replaceAll('"', ''))
  return lines.map(line => {
    const cells = line.split(',').map(cell => cell.replaceAll('"', ''))
    const printed = Object.fromEntries(
      names.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : [])),
    )
    return {
      id: Number(printed['id']),
      day: Number(printed['day']),
      futime: Number(printed['futime']),
      status: Number(printed['status']),
      sex: printed['sex'] === 'm' ? 'male' : 'female',
      printed,
    }
  })
}

const rows = read()

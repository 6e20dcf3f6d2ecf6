import cql, { type Date as CqlDate } from 'cql-execution'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { certainDays } from '../plain/absence.ts'
import { askedInVain, type Question } from '../plain/asked.ts'
import { type Days, day, daysOf } from '../plain/calendar.ts'
import { birthOf, type Case, type Charted, caseOf, charted, courseOf } from '../plain/record.ts'
import { model } from './elm.ts'

type Value = string | number | boolean | CqlDate | null

/** One record of the model: a bag of values. */
class Row {
  readonly values: Readonly<Record<string, Value>>
  constructor(values: Readonly<Record<string, Value>>) {
    this.values = values
  }
  get(field: string): Value {
    return this.values[field] ?? null
  }
  getId(): string {
    return ''
  }
  getCode(): null {
    return null
  }
  getDate(field: string): Value {
    return this.get(field)
  }
  getDateOrInterval(field: string): Value {
    return this.get(field)
  }
}

/** A candidate in the runtime's own dates, with every time already turned into its first and last possible day. */
export class CqlPatient extends Row {
  readonly id: string
  readonly rows: ReadonlyMap<string, Row[]>
  constructor(id: string, values: Readonly<Record<string, Value>>, rows: ReadonlyMap<string, Row[]>) {
    super(values)
    this.id = id
    this.rows = rows
  }
  override getId(): string {
    return this.id
  }
  findRecords(profile: string | null): Row[] {
    if (profile === `${model}Candidate`) return [this]
    return this.rows.get(profile ?? '') ?? []
  }
}

/** Hands prepared candidates to the runtime one by one. */
export class PreparedSource {
  #next = 0
  readonly patients: readonly CqlPatient[]
  constructor(patients: readonly CqlPatient[]) {
    this.patients = patients
  }
  currentPatient(): CqlPatient | undefined {
    return this.patients[this.#next]
  }
  nextPatient(): CqlPatient | undefined {
    this.#next += 1
    return this.currentPatient()
  }
}

const FIRST = new cql.Date(1, 1, 1)
const LAST = new cql.Date(9999, 12, 31)

/** A day number as a date of the runtime; the open sides are its first and last date. */
function cqlDate(number: number): CqlDate {
  if (number === Number.NEGATIVE_INFINITY) return FIRST
  if (number === Number.POSITIVE_INFINITY) return LAST
  const date = new Date(number * 86_400_000)
  return new cql.Date(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Everything of a chart that the five criteria ask for; done before the clock of a comparison starts. */
export function cqlPatient(chart: Chart): CqlPatient {
  const patient = caseOf(chart, '', '2000-01-01')
  const birth = birthOf(patient)
  const rows: [string, Row[]][] = [
    ['AlbuminInfusion', charted(patient, 'albumin_infusion').map(eventRow)],
    ['UpperGiBleeding', charted(patient, 'upper_gi_bleeding').map(eventRow)],
    ['Cirrhosis', charted(patient, 'cirrhosis').map(eventRow)],
    [
      'ProthrombinTime',
      charted(patient, 'laboratory')
        .filter(({ loinc }) => loinc === '5902-2')
        .map(resultRow),
    ],
    ['ProthrombinTimeInVain', inVain(patient, { about: 'laboratory', analyte: 'prothrombin_time' })],
    ['CirrhosisInVain', inVain(patient, { about: 'cirrhosis' })],
    [
      'AlbuminInfusionHint',
      charted(patient, 'concomitant_medication')
        .filter(({ atc }) => atc === 'B05AA01')
        .map(record => courseOf(record))
        .map(({ start, end }) => new Row(bounds({ first: start.first, last: end.last }))),
    ],
    [
      'UpperGiBleedingHint',
      charted(patient, 'decompensation')
        .filter(({ manifestation }) => manifestation === 'variceal_bleeding')
        .map(record => courseOf(record).start)
        .filter(({ first }) => Number.isFinite(first))
        .map(start => new Row(bounds(start))),
    ],
    ['NoAlbuminInfusion', negatives(patient, 'albumin_infusion')],
    ['NoUpperGiBleeding', negatives(patient, 'upper_gi_bleeding')],
  ]
  return new CqlPatient(
    chart.candidate.screeningNumber,
    {
      lastEntry: cqlDate(patient.charted),
      bornEarliest: birth ? cqlDate(birth.first) : null,
      bornLatest: birth ? cqlDate(birth.last) : null,
    },
    new Map(rows.map(([kind, list]) => [`${model}${kind}`, list])),
  )
}

function eventRow(record: Charted<'albumin_infusion' | 'upper_gi_bleeding' | 'cirrhosis'>): Row {
  const { start, end } = courseOf(record)
  return new Row({
    startEarliest: cqlDate(start.first),
    startLatest: cqlDate(start.last),
    endEarliest: cqlDate(end.first),
    endLatest: cqlDate(end.last),
    clinicallySignificant: 'clinicallySignificant' in record ? (record.clinicallySignificant ?? null) : null,
  })
}

function resultRow({ on, entered, value, comparator, control }: Charted<'laboratory'>): Row {
  const days = courseOf({ on, entered }).start
  const number = Number(value)
  const below = comparator === '<' || comparator === '<='
  const above = comparator === '>' || comparator === '>='
  return new Row({
    ...bounds(days),
    low: below ? null : number,
    lowIncluded: comparator !== '>',
    high: above ? null : number,
    control: control === undefined || control === 'not_printed' ? null : Number(control),
  })
}

const bounds = ({ first, last }: Days) => ({ earliest: cqlDate(first), latest: cqlDate(last) })

function negatives(patient: Case, about: 'albumin_infusion' | 'upper_gi_bleeding'): Row[] {
  const asked = askedInVain({ about }, patient)
  return charted(patient, 'negative_finding')
    .filter(finding => finding.about === about)
    .map(finding => ({ ...certainDays(finding, patient), entered: finding.entered, end: finding.to }))
    .map(({ first, last, entered, end }) => {
      const after = Math.min(...asked.filter(day => day > last))
      return new Row({
        wasCurrent: daysOf(end, entered).first >= entered ? 'yes' : 'no',
        from: cqlDate(first),
        to: cqlDate(last),
        askedAfter: Number.isFinite(after) ? cqlDate(after) : null,
      })
    })
}

function inVain(patient: Case, question: Question): Row[] {
  return askedInVain(question, patient).map(asked => new Row({ on: cqlDate(asked) }))
}

/** The runtime's parameter for a day of registration. */
export function onParameter(on: string): { On: CqlDate } {
  return { On: cqlDate(day(on)) }
}

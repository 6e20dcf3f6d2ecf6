import type { SiteData, SubjectData } from '#main/interchange/site-data.ts'
import { Analyte, analytes } from '#shared/core/analytes.ts'
import { dateOf, dayOf, OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, PatientId, UserId } from '#shared/core/ids.ts'
import { drawFrom } from '../synthetic/draw.ts'

const VISITS = 12
const ITEMS = 15
const FIRST_VISIT = dayOf('2026-01-05')
const AUTHOR = UserId.parse('user-1')

type Draw = ReturnType<typeof drawFrom>

/** A site of subjects with 12 visits of 15 laboratory values; a subject is made when it is asked for, as a store reads one. */
export function laboratorySite(count: number): SiteData {
  return {
    site: { name: 'Bench', number: '01', timeZone: 'Asia/Shanghai' },
    training: true,
    pseudonymised: true,
    madeAt: OffsetDateTime.parse('2026-11-30T09:00:00+08:00'),
    application: { version: '0.0.0', build: null },
    protocols: [],
    people: [{ id: AUTHOR, fullName: 'user-1', loginName: 'user-1', role: 'coordinator' }],
    count,
    *subjects() {
      for (let number = 1; number <= count; number += 1) yield subjectOf(number)
    },
  }
}

/** The same every time for the same number. */
function subjectOf(number: number): SubjectData {
  const draw = drawFrom(20_261_130 + number)
  const screeningNumber = `S-${String(number).padStart(4, '0')}`
  return {
    id: PatientId.parse(`patient-${number}`),
    screeningNumber,
    sex: number % 2 === 0 ? 'female' : 'male',
    birthDate: '1970',
    facts: Array.from({ length: VISITS * ITEMS }, (_none, index) => factOf(screeningNumber, index, draw)),
    signatures: [],
    deviations: [],
    screenings: [],
  }
}

function factOf(subject: string, index: number, draw: Draw): SubjectData['facts'][number] {
  const day = dateOf(FIRST_VISIT + Math.floor(index / ITEMS) * 28)
  return {
    id: FactId.parse(`${subject}-${index}`),
    version: 1,
    enteredAt: OffsetDateTime.parse(`${day}T15:00:00+08:00`),
    author: AUTHOR,
    source: { kind: 'typed' },
    content: resultOf(Analyte.options[index % ITEMS] ?? 'albumin', day, draw),
  }
}

function resultOf(analyte: Analyte, day: string, draw: Draw): FactContent {
  const { loinc, unit } = analytes[analyte]
  return FactContent.parse({
    kind: 'laboratory',
    on: `${day}T07:40:00+08:00`,
    loinc: loinc[0],
    value: String(draw.whole(100, 9000) / 10),
    unit,
    range: { low: '5', high: '40' },
    laboratory: 'Central laboratory 检验科',
    ...(analyte === 'prothrombin_time' && { control: '13.0' }),
  })
}

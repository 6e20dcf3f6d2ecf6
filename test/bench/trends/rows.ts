import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { CivilDate, localDateOf, PartialDate } from '#shared/core/civil-date.ts'
import { Fact } from '#shared/core/facts/fact.ts'
import { PatientId } from '#shared/core/ids.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import { cohortOf } from '#shared/core/trends/cohort/cohort-of.ts'
import type { Member } from '#shared/core/trends/cohort/member.ts'
import type { TrendSource } from '#shared/core/trends/source.ts'
import { trendsOf } from '#shared/core/trends/trends.ts'
import { visitDays } from '#shared/core/trends/visit-days.ts'
import { nct05106972 } from '#test/support/protocols.ts'
import { compare } from '../measure.ts'
import type { Row } from '../table.ts'
import { type RawFact, weeklyPatient } from './records.ts'

const TEN_YEARS = 520
const today = CivilDate.parse('2026-11-22')
const charting = ChartingChoices.parse({
  ...{ schema: 'lobule.charting/1', protocol: nct05106972.id, variation: [], baseline: { rule: 'mean' } },
  childPugh: { ascites: { grade_1: 2, grade_2: 3, grade_3: 3 }, coagulation: 'inr', bands: 'mg_dl' },
  liverInjury: {
    ...{ aminotransferase: { times: '3', operator: 'ge' }, bilirubin: { times: '2', operator: 'gt' } },
    withinDays: 14,
  },
})
const conducted = { definition: nct05106972, readings: {}, schedule: undefined, coagulation: undefined }

/** Trends of one patient of ten years and of a cohort, each beside reading the same facts and one loop over them. */
export async function trendRows(patients: number, rounds: number): Promise<Row[]> {
  const long = weeklyPatient(TEN_YEARS, 1)
  const charts = Array.from({ length: patients }, (_, index) => weeklyPatient(10, index + 2))
  const parsed = long.map(fact => Fact.parse(fact))
  return [
    {
      work: '10 years of weekly reports, 20 analytes: facts read, trends computed',
      beside: 'the same read, one plain loop into lines',
      ratio: await compare(
        () => trendsOf(sourceOf(long)),
        () => plainLines(long.map(fact => Fact.parse(fact))),
        rounds,
      ),
    },
    {
      work: 'the same, already read: every line, 11 scores, grades, marks, signals',
      beside: 'one plain loop into lines',
      ratio: await compare(
        () => trendsOf(withFacts(parsed)),
        () => plainLines(parsed),
        rounds,
      ),
    },
    {
      work: `cohort of ${patients} patients, 10 reports each: read and computed`,
      beside: 'the same read, one plain loop each',
      ratio: await compare(
        () => cohortOf({ ...conducted, charting }, charts.map(memberOf), ['bilirubin_total', 'meld']),
        () => charts.map(chart => plainLines(chart.map(fact => Fact.parse(fact)))),
        Math.max(2, Math.ceil(rounds / 2)),
      ),
    },
  ]
}

function sourceOf(chart: readonly RawFact[]): TrendSource {
  return withFacts(chart.map(fact => Fact.parse(fact)))
}

function withFacts(facts: readonly Fact[]): TrendSource {
  const scheduled = { enrolment: undefined, doses: new Map<number, CivilDate>() }
  const calendar = calendarOf({ ...conducted, facts, scheduled, today, siteDay: localDateOf })
  const birthDate = PartialDate.parse('1970-05-20')
  const trial = { protocol: nct05106972.id, calendar, choices: charting, readings: {}, offered: [] }
  return { facts, sex: 'female', birthDate, today, siteDay: localDateOf, trial }
}

function memberOf(chart: readonly RawFact[], index: number): Member {
  const source = sourceOf(chart)
  const person = { patientId: PatientId.parse(`p${index}`), screeningNumber: `S-${index}`, initials: 'XX' }
  return { ...person, source, trends: trendsOf(source), visits: visitDays(source) }
}

/** What a page without meaning would draw: numbers by analyte and day. */
function plainLines(facts: readonly Fact[]): Map<string, [number, number][]> {
  const lines = new Map<string, [number, number][]>()
  for (const { content } of facts) {
    if (content.kind !== 'laboratory') continue
    const analyte = analyteOfLoinc(content.loinc) ?? content.loinc
    const line = lines.get(analyte) ?? []
    line.push([Date.parse(content.on), Number(content.value)])
    lines.set(analyte, line)
  }
  for (const line of lines.values()) line.sort(([a], [b]) => a - b)
  return lines
}

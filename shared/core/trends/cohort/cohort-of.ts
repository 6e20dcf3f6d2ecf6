import { type CivilDate, dayOf, type EventTime, type OffsetDateTime } from '../../civil-date.ts'
import type { ProtocolDefinition } from '../../protocol/definition.ts'
import type { Conducted } from '../../schedule/calendar-input.ts'
import { type LocalizedText, text } from '../../text.ts'
import type { ChartingChoices } from '../charting-choices.ts'
import type { Cohort } from '../cohort.ts'
import { seriesDefinition } from '../definitions.ts'
import { MELD_VARIANT, notChosenFor } from '../not-chosen.ts'
import type { SeriesId } from '../series.ts'
import { changesOf, outsideOf } from './by-visit.ts'
import { survivalCurve } from './follow-up.ts'
import { type Member, seriesIn } from './member.ts'
import { peakOf } from './peak.ts'
import { visitColumns } from './visit-columns.ts'

/** The protocol of a cohort as the site conducts and charts it. */
export interface CohortProtocol extends Conducted {
  readonly definition: ProtocolDefinition
  readonly charting: ChartingChoices | undefined
}

/** Everybody in one protocol together; `asked` are the series of the small multiples. */
export function cohortOf(
  protocol: CohortProtocol,
  members: readonly Member[],
  asked: readonly SeriesId[],
): Cohort {
  const columns = visitColumns(protocol, members)
  const changed = new Set([...meldsOf(protocol), 'child_pugh' as const, ...asked])
  const { steps, undated } = enrolmentOf(members)
  return {
    planned: protocol.definition.plannedEnrolment.participants,
    enrolment: steps,
    enrolledUndated: undated,
    patients: members.map(member => patientOf(member, asked)),
    changes: [...changed].map(series => ({ series, visits: changesOf(series, columns, members) })),
    outside: ranged.map(series => ({ series, visits: outsideOf(series, columns, members) })),
    overallSurvival: survivalCurve(members, ['death']),
    transplantFreeSurvival: survivalCurve(members, ['death', 'liver_transplant']),
    notChosen: notChosenIn(protocol, members),
  }
}

/** Bilirubin, albumin, immunoglobulins and coagulation: what the records call abnormal without saying from where on. */
const ranged: readonly SeriesId[] = [
  'bilirubin_total',
  'albumin',
  'immunoglobulin_g',
  'immunoglobulin_a',
  'immunoglobulin_m',
  'prothrombin_time',
  'inr',
  'prothrombin_activity',
]

const melds = { original: 'meld', meld_na: 'meld_na', meld_3_0: 'meld_3_0' } as const

/** The MELD that the site chose for the protocol; all of them, by their names, where it chose none. */
function meldsOf({ readings }: Conducted): readonly SeriesId[] {
  const chosen = readings[MELD_VARIANT]
  return chosen !== undefined && Object.hasOwn(melds, chosen)
    ? [melds[chosen as keyof typeof melds]]
    : Object.values(melds)
}

const abnormal = text(
  'The record does not say from where on a value is abnormal: counted is what lies outside the range printed with it.',
  '登记记录未定义“异常”：按报告所附参考范围以外计数。',
)

function notChosenIn(
  { definition, readings, charting }: CohortProtocol,
  members: readonly Member[],
): LocalizedText[] {
  const [calendar] = members.flatMap(({ source }) => source.trial?.calendar ?? [])
  if (calendar === undefined) return [abnormal]
  const offered = definition.readings.map(({ id }) => id)
  const trial = { protocol: definition.id, calendar, choices: charting, readings, offered }
  return [...notChosenFor(trial), abnormal]
}

function patientOf(member: Member, asked: readonly SeriesId[]): Cohort['patients'][number] {
  const { patientId, screeningNumber, initials, source, trends } = member
  return {
    patientId,
    screeningNumber,
    initials,
    enrolledOn: enrolledOn(member) ?? null,
    day0: source.trial?.calendar.day0 ?? null,
    series: asked.flatMap(id => {
      const series = seriesIn({ trends }, id)
      return series === undefined ? [] : [smallMultiple(id, series.points)]
    }),
    peak: peakOf(member),
  }
}

function smallMultiple(
  id: SeriesId,
  points: Member['trends']['series'][number]['points'],
): Cohort['patients'][number]['series'][number] {
  return {
    id,
    unit: seriesDefinition(id).unit,
    points: points.map(({ on, at, value, comparator, high, low }) => ({
      on,
      at,
      value,
      comparator,
      high,
      low,
    })),
  }
}

/** The day of enrolment, else of the first dose; undefined where it has none. */
function enrolledOn({ source }: Member): CivilDate | undefined {
  const { enrolled, day0 } = source.trial?.calendar ?? { enrolled: null, day0: null }
  if (enrolled === null) return day0 ?? undefined
  return civilDate(enrolled.on, source.siteDay)
}

function civilDate(time: EventTime, siteDay: Member['source']['siteDay']): CivilDate | undefined {
  if (time.length < 10) return undefined
  return time.length > 10 ? siteDay(time as OffsetDateTime) : (time as string as CivilDate)
}

/** How many were enrolled up to each day. */
function enrolmentOf(members: readonly Member[]): { steps: Cohort['enrolment']; undated: number } {
  const days = members.flatMap(member => enrolledOn(member) ?? []).sort((a, b) => dayOf(a) - dayOf(b))
  const counts = new Map(days.map((on, index) => [on, index + 1]))
  return {
    steps: [...counts].map(([on, count]) => ({ on, count })),
    undated: members.length - days.length,
  }
}

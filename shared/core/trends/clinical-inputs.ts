import { boundsOf, type DayNumber, type PartialDate } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import type { AscitesBand, EncephalopathyBand } from '../scores/child-pugh.ts'
import type { Sex } from '../scores/inputs.ts'
import { text } from '../text.ts'
import type { ChartingChoices } from './charting-choices.ts'
import type { Course } from './course.ts'
import { type Gathered, lack, take } from './gather.ts'
import type { Measured } from './measured.ts'
import type { TrendSource } from './source.ts'

const names = {
  age: text('age', '年龄'),
  sex: text('sex', '性别'),
  ascites: text('ascites grade', '腹水分级'),
  encephalopathy: text('hepatic encephalopathy', '肝性脑病'),
  dialysis: text('dialysis', '透析'),
}

/** The sex, where it is known. */
export function takeSex({ sex }: Pick<TrendSource, 'sex'>, into: Gathered): Sex | undefined {
  if (sex === 'unknown') return lack(names.sex, into)
  take(names.sex, sex === 'female' ? '♀' : '♂', { on: into.on, fact: undefined }, into)
  return sex
}

/** Completed years on the day; a birth date known to the month or year gives them only where they are certain. */
export function takeAge({ birthDate }: Pick<TrendSource, 'birthDate'>, into: Gathered): number | undefined {
  const years = birthDate === undefined ? undefined : certainAge(birthDate, into.day)
  if (years === undefined) return lack(names.age, into)
  take(names.age, `${years}`, { on: into.on, fact: undefined }, into)
  return years
}

function certainAge(birthDate: PartialDate, day: DayNumber): number | undefined {
  const { earliest, latest } = boundsOf(birthDate)
  const [most, least] = [yearsBetween(earliest, day), yearsBetween(latest, day)]
  return most === least && most >= 0 ? most : undefined
}

function yearsBetween(birth: DayNumber, day: DayNumber): number {
  const [from, to] = [new Date(birth * 86_400_000), new Date(day * 86_400_000)]
  const years = to.getUTCFullYear() - from.getUTCFullYear()
  const months = to.getUTCMonth() - from.getUTCMonth()
  const isBeforeBirthday = months < 0 || (months === 0 && to.getUTCDate() < from.getUTCDate())
  return isBeforeBirthday ? years - 1 : years
}

/** The grade as the site's choice reads it; `none` only where somebody charted that. */
export function takeAscites(
  grade: Measured | undefined,
  points: NonNullable<ChartingChoices['childPugh']>['ascites'],
  into: Gathered,
): AscitesBand | undefined {
  if (grade?.fact.content.kind !== 'ascites') return lack(names.ascites, into)
  const { content } = grade.fact
  take(names.ascites, grade.printed, grade, into)
  into.values.push(grade)
  if (content.grade === 'none') return 'none'
  return points[content.grade] === 2 ? 'slight' : 'moderate_severe'
}

const bands = {
  minimal: 'none',
  grade_1: 'grade_1_2',
  grade_2: 'grade_1_2',
  grade_3: 'grade_3_4',
  grade_4: 'grade_3_4',
} as const satisfies Record<string, EncephalopathyBand>

const severity = ['minimal', 'grade_1', 'grade_2', 'grade_3', 'grade_4'] as const

/** From an episode that covers the day, the worst of several; or from a negative finding about it. */
export function takeEncephalopathy(course: Course, into: Gathered): EncephalopathyBand | undefined {
  const { day, on } = into
  const graded = course.during(day).flatMap(fact => {
    const { content } = fact
    return content.kind === 'hepatic_encephalopathy' ? [{ fact, grade: content.westHaven }] : []
  })
  if (graded.some(({ grade }) => grade === 'ungraded')) {
    return lack(text('grade of hepatic encephalopathy', '肝性脑病分级'), into)
  }
  if (course.perhapsDuring(day).length > 0) {
    return lack(text('whether hepatic encephalopathy had ended', '肝性脑病是否已缓解'), into)
  }
  for (const grade of severity.toReversed()) {
    const found = graded.find(one => one.grade === grade)
    if (found === undefined) continue
    take(names.encephalopathy, grade === 'minimal' ? '0' : grade.slice(-1), { on, fact: found.fact }, into)
    return bands[grade]
  }
  const absence = course.absence(day, day)
  if (absence === undefined) return lack(names.encephalopathy, into)
  take(names.encephalopathy, '0', { on, fact: absence }, into)
  return 'none'
}

/** OPTN counts at least two treatments within the week before. */
const WEEK = 7
const TREATMENTS = 2

/**
 * Whether there were two dialysis treatments in the week before. That none is charted counts as none, as no laboratory
 * report says so; the input then says that. Continuous treatment of a day has no fact that tells its hours.
 */
export function takeDialysis(course: Course, into: Gathered): boolean | undefined {
  const { day, on } = into
  const found = new Map<Fact['id'], Fact>()
  let isUncertain = false
  for (let back = 0; back <= WEEK; back += 1) {
    for (const fact of course.during(day - back)) found.set(fact.id, fact)
    if (course.perhapsDuring(day - back).length > 0) isUncertain = true
  }
  const [first] = found.values()
  const counts = [...found.values()].map(fact => sessionsIn(fact, day))
  const sessions = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  if (sessions < TREATMENTS && (isUncertain || counts.includes(undefined))) {
    return lack(text('dialysis sessions of the week before', '前一周透析次数'), into)
  }
  const printed = first === undefined ? (course.absence(day - WEEK, day) ? '0' : '—') : `${sessions}`
  const fact = first ?? course.absence(day - WEEK, day)
  const name = fact === undefined ? text('dialysis: none charted', '透析：无记录') : names.dialysis
  take(name, printed, { on, fact }, into)
  return sessions >= TREATMENTS
}

/** Of one day: as many as said, else one. Of several days: as said, where all of them lie within the week. */
function sessionsIn({ content }: Fact, day: DayNumber): number | undefined {
  if (content.kind !== 'dialysis' || content.from === undefined) return undefined
  const { from, to, sessions } = content
  if (to === undefined || to === 'ongoing') return undefined
  const [first, last] = [boundsOf(from).earliest, boundsOf(to).latest]
  if (first < day - WEEK || last > day) return undefined
  return sessions ?? (first === last ? 1 : undefined)
}

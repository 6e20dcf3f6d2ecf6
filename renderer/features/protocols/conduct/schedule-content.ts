import { CivilDate } from '#shared/core/civil-date.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { plainNumber } from '#shared/core/reports/printed-number.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { readDate } from '../../../components/read-date.ts'
import type { ScheduleDraft } from './schedule-draft.ts'
import { at, integerIn, type PlacedProblem, type Problems, problem } from './typed-number.ts'

export interface ScheduleOf {
  readonly protocol: ProtocolId
  /** Everything at a site for training is invented. */
  readonly isTraining: boolean
}

/** A draft as the engine takes it; undefined where something in it is wrong. */
export function scheduleOf(
  draft: ScheduleDraft,
  { protocol, isTraining }: ScheduleOf,
): SiteSchedule | undefined {
  if (Object.keys(scheduleProblems(draft)).length > 0) return undefined
  const [count, late] = [integerIn(draft.count), integerIn(draft.lateEntryDays)]
  const cells = plainNumber(draft.cells)
  return SiteSchedule.safeParse({
    schema: 'lobule.schedule/1',
    protocol,
    protocolVersion: draft.protocolVersion.trim(),
    approvedOn: readDate(draft.approvedOn),
    ...(isTraining && { training: true }),
    windows: Object.entries(draft.windows)
      .filter(([, row]) => !isEmptyWindow(row))
      .map(([visit, { before, after, anchor }]) => ({
        ...{ visit, before: integerIn(before), after: integerIn(after) },
        ...(anchor !== '' && { anchor: anchorOf(anchor) }),
      })),
    extraVisits: draft.extraVisits.map(({ id, title, anchor, day, before, after, assessments }) => ({
      ...{ id, title: title.trim(), anchor: anchorOf(anchor), assessments },
      ...{ day: integerIn(day), before: integerIn(before), after: integerIn(after) },
    })),
    assessments: draft.assessments.map(({ id, text }) => ({ id, title: text.trim() })),
    ...(late !== undefined && { lateEntryDays: late }),
    doses: {
      ...(count !== undefined && { count }),
      ...(cells !== '' && { cells }),
      hasIdentifier: draft.hasIdentifier === 'yes',
      checklist: draft.checklist.map(({ text, ...rest }) => ({ ...rest, text: text.trim() })),
      stoppingRules: draft.stoppingRules.map(({ id, text }) => ({ id, text: text.trim() })),
    },
  }).data
}

function anchorOf(anchor: string) {
  return anchor === 'enrolment' ? { from: 'enrolment' } : { from: 'dose', number: Number(anchor) }
}

function isEmptyWindow({ before, after, anchor }: ScheduleDraft['windows'][string]): boolean {
  return [before, after, anchor].every(text => text.trim() === '')
}

const DAYS = { min: 0, max: 365 }

/** What is wrong in a draft, by place: `windows.week-1.before`, `checklist.check-2`. */
export function scheduleProblems(draft: ScheduleDraft): Problems {
  const windows = Object.entries(draft.windows).filter(([, row]) => !isEmptyWindow(row))
  const texts = [
    ...draft.assessments.map(row => ['assessments', row] as const),
    ...draft.checklist.map(row => ['checklist', row] as const),
    ...draft.stoppingRules.map(row => ['stoppingRules', row] as const),
  ]
  const found: PlacedProblem[] = [
    ...(draft.protocolVersion.trim() === '' ? [at('protocolVersion', problem('missing'))] : []),
    ...(CivilDate.safeParse(readDate(draft.approvedOn)).success ? [] : [at('approvedOn', problem('day'))]),
    ...windows.flatMap(([visit, row]) => daysProblems(`windows.${visit}`, row)),
    ...draft.extraVisits.flatMap(row => [
      ...daysProblems(`extraVisits.${row.id}`, row),
      ...(row.title.trim() === '' ? [at(`extraVisits.${row.id}.title`, problem('missing'))] : []),
      ...(row.anchor === '' ? [at(`extraVisits.${row.id}.anchor`, problem('missing'))] : []),
      ...numberProblem(`extraVisits.${row.id}.day`, row.day, { min: -365, max: 1500 }),
    ]),
    ...texts.flatMap(([list, { id, text }]) =>
      text.trim() === '' ? [at(`${list}.${id}`, problem('missing'))] : [],
    ),
    ...draft.checklist.flatMap(({ id, wanted }) =>
      wanted === '' ? [at(`checklist.${id}.wanted`, problem('missing'))] : [],
    ),
    ...optionalProblem('lateEntryDays', draft.lateEntryDays, { min: 1, max: 90 }),
    ...optionalProblem('count', draft.count, { min: 1, max: 50 }),
    ...(/^(?:[1-9]\d{0,14})?$/.test(plainNumber(draft.cells)) ? [] : [at('cells', problem('cells'))]),
    ...(draft.hasIdentifier === '' ? [at('hasIdentifier', problem('missing'))] : []),
  ]
  return Object.fromEntries(found)
}

function daysProblems(place: string, { before, after }: { before: string; after: string }): PlacedProblem[] {
  return [...numberProblem(`${place}.before`, before, DAYS), ...numberProblem(`${place}.after`, after, DAYS)]
}

function numberProblem(place: string, text: string, { min, max }: typeof DAYS): PlacedProblem[] {
  if (text.trim() === '') return [at(place, problem('missing'))]
  const number = integerIn(text)
  return number === undefined || number < min || number > max ? [at(place, problem('between', min, max))] : []
}

function optionalProblem(place: string, text: string, bounds: typeof DAYS): PlacedProblem[] {
  return text.trim() === '' ? [] : numberProblem(place, text, bounds)
}

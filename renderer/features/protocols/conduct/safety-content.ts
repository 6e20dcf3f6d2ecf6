import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import { readDate } from '../../../components/read-date.ts'
import type { SafetyDraft } from './safety-draft.ts'
import type { ScheduleOf } from './schedule-content.ts'
import { at, integerIn, type PlacedProblem, type Problems, problem } from './typed-number.ts'

const REFERENCE = ['referenceName', 'referenceVersion', 'referenceOn'] as const
const DOSE_LIMITING = ['definition', 'windowDays', 'after'] as const
/** Bounds of the numbers; sixty days are longer than anybody may wait. */
const BOUNDS = {
  sponsorHours: [1, 1440],
  ethicsCommitteeHours: [1, 1440],
  followUpDays: [1, 180],
  windowDays: [1, 365],
  sameEpisodeDays: [0, 365],
} as const satisfies Partial<Record<keyof SafetyDraft, readonly [number, number]>>
const MOST_TERMS = 200

/** A draft as the engine takes it; undefined where something in it is wrong. */
export function safetyOf(draft: SafetyDraft, { protocol, isTraining }: ScheduleOf): SiteSafety | undefined {
  if (Object.keys(safetyProblems(draft)).length > 0) return undefined
  const [ethics, followUp] = [integerIn(draft.ethicsCommitteeHours), integerIn(draft.followUpDays)]
  const sameEpisode = integerIn(draft.sameEpisodeDays)
  return SiteSafety.safeParse({
    schema: 'lobule.safety/1',
    protocol,
    protocolVersion: draft.protocolVersion.trim(),
    approvedOn: readDate(draft.approvedOn),
    ...(isTraining && { training: true }),
    reporting: {
      sponsorHours: integerIn(draft.sponsorHours),
      ...(ethics !== undefined && { ethicsCommitteeHours: ethics }),
      ...(followUp !== undefined && { followUpDays: followUp }),
    },
    ...(isReferenceBegun(draft) && { reference: referenceOf(draft) }),
    ...(draft.relatedCategories.length > 0 && { relatedCategories: draft.relatedCategories }),
    ...(isBegun(draft, DOSE_LIMITING) && {
      doseLimiting: {
        definition: draft.definition.trim(),
        ...{ windowDays: integerIn(draft.windowDays), after: draft.after },
      },
    }),
    cohorts: draft.cohorts.map(({ id, text }) => ({ id, title: text.trim() })),
    ...(sameEpisode !== undefined && { sameEpisodeDays: sameEpisode }),
  }).data
}

function referenceOf(draft: SafetyDraft) {
  return {
    name: draft.referenceName.trim(),
    version: draft.referenceVersion.trim(),
    on: readDate(draft.referenceOn),
    expected: termsIn(draft.expected),
  }
}

/** One term a line, each once. */
function termsIn(lines: string): string[] {
  return [...new Set(lines.split(/\r?\n/).map(line => line.trim()))].filter(line => line !== '')
}

function isBegun(draft: SafetyDraft, fields: readonly (keyof SafetyDraft)[]): boolean {
  return fields.some(field => String(draft[field]).trim() !== '')
}

function isReferenceBegun(draft: SafetyDraft): boolean {
  return isBegun(draft, [...REFERENCE, 'expected'])
}

/** What is wrong in a draft, by place: `sponsorHours`, `cohorts.cohort-2`. */
export function safetyProblems(draft: SafetyDraft): Problems {
  const found: PlacedProblem[] = [
    ...(['protocolVersion', 'sponsorHours'] as const).flatMap(place => missing(draft, place)),
    ...dayProblem('approvedOn', draft.approvedOn),
    ...Object.entries(BOUNDS).flatMap(([place, bounds]) =>
      numberProblem(place, draft[place as keyof typeof BOUNDS], bounds),
    ),
    ...(isReferenceBegun(draft) ? REFERENCE.flatMap(place => missing(draft, place)) : []),
    ...(draft.referenceOn.trim() === '' ? [] : dayProblem('referenceOn', draft.referenceOn)),
    ...termsProblem(draft),
    ...(isBegun(draft, DOSE_LIMITING) ? DOSE_LIMITING.flatMap(place => missing(draft, place)) : []),
    ...draft.cohorts.flatMap(({ id, text }) =>
      text.trim() === '' ? [at(`cohorts.${id}`, problem('missing'))] : [],
    ),
  ]
  return Object.fromEntries(found)
}

function missing(draft: SafetyDraft, place: keyof SafetyDraft): PlacedProblem[] {
  return isBegun(draft, [place]) ? [] : [at(place, problem('missing'))]
}

function dayProblem(place: string, text: string): PlacedProblem[] {
  return CivilDate.safeParse(readDate(text)).success ? [] : [at(place, problem('day'))]
}

function numberProblem(place: string, text: string, [min, max]: readonly [number, number]): PlacedProblem[] {
  if (text.trim() === '') return []
  const number = integerIn(text)
  return number === undefined || number < min || number > max ? [at(place, problem('between', min, max))] : []
}

function termsProblem({ expected }: SafetyDraft): PlacedProblem[] {
  const terms = termsIn(expected)
  const isTooMuch = terms.length > MOST_TERMS || terms.some(({ length }) => length > 200)
  return isTooMuch ? [at('expected', problem('terms', undefined, MOST_TERMS))] : []
}

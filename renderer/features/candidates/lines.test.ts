import { describe, expect, it } from 'vitest'
import { CivilDate, OffsetDateTime } from '#shared/core/civil-date.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { byNumber, isOfStanding, type Line, type LineAnswer, linesOf, matching, sorted } from './lines.ts'
import { Standing } from './log-search.ts'

const on = CivilDate.parse('2026-11-24')
const first = ProtocolId.parse('NCT05106972')
const second = ProtocolId.parse('NCT07413549')
const either = { on, protocol: undefined }

const nothing: LineAnswer = {
  ...{ protocol: first, verdict: 'undetermined', projected: false, training: false, hasCriteria: true },
  ...{ next: null, violated: [], unknown: [], needsJudgement: [], missing: [], conflicts: [] },
}
const waiting: LineAnswer = { ...nothing, protocol: second, hasCriteria: false, missing: ['criteria'] }
const from = (day: string) => ({ from: CivilDate.parse(day), to: null })

function line(
  screeningNumber: string,
  answers?: Partial<LineAnswer>[],
  rest: Partial<Line['patient']> = {},
): Line {
  const patient = {
    ...{
      id: PatientId.parse(screeningNumber),
      version: 1,
      screeningNumber,
      initials: 'ZWM',
      sex: 'male' as const,
    },
    ...{ enteredAt: OffsetDateTime.parse('2026-11-20T08:00:00+08:00'), ...rest },
  }
  return { patient, answers: answers?.map(answer => ({ ...nothing, ...answer })) }
}

const numbers = (lines: readonly Line[]) => lines.map(({ patient }) => patient.screeningNumber)
const standings = (one: Line, question: Parameters<typeof isOfStanding>[2]) =>
  Standing.options.filter(standing => isOfStanding(one, standing, question))

describe('a search', () => {
  const lines = [line('S-001'), line('S-010', [], { initials: 'CXY', fullName: '陈晓燕' }), line('T-001')]
  it.each([
    ['', ['S-001', 'S-010', 'T-001']],
    ['s-0', ['S-001', 'S-010']],
    ['cxy', ['S-010']],
    ['ＣＸＹ', ['S-010']],
    ['晓燕', ['S-010']],
    ['s cxy', ['S-010']],
    ['zwm t', ['T-001']],
    ['nobody', []],
  ])('for %s finds %s', (typed, found) => {
    expect(numbers(matching(lines, typed))).toEqual(found)
  })
})

describe('how a candidate stands', () => {
  it.each([
    ['eligible', { verdict: 'eligible', next: from('2026-11-24') }, ['now']],
    ['ineligible for ever', { verdict: 'ineligible', violated: ['E1'] }, ['ineligible']],
    [
      'eligible on the 28th day',
      { verdict: 'ineligible', violated: ['E7'], next: from('2026-12-22') },
      ['soon', 'ineligible'],
    ],
    [
      'eligible on the 29th day',
      { verdict: 'ineligible', violated: ['E7'], next: from('2026-12-23') },
      ['ineligible'],
    ],
    ['one item open', { unknown: ['I1', 'E1'], missing: ['birth_date'] }, ['nearly', 'cannot_tell']],
    ['two items open', { unknown: ['I1'], missing: ['birth_date', 'sex'] }, ['cannot_tell']],
    ['nothing can settle it', { unknown: ['I1'] }, ['cannot_tell']],
  ] as const)('%s', (_what, answer, expected) => {
    expect(standings(line('S-1', [answer as Partial<LineAnswer>, waiting]), either)).toEqual(expected)
  })

  it('is asked of one protocol where one is chosen, also of one that waits for its criteria', () => {
    const one = line('S-1', [{ verdict: 'eligible' }, waiting])
    expect(standings(one, { on, protocol: first })).toEqual(['now'])
    expect(standings(one, { on, protocol: second })).toEqual(['cannot_tell'])
  })

  it('is not known of a line without answers', () => {
    expect(standings(line('S-1'), either)).toEqual([])
  })
})

describe('an order', () => {
  const unordered = [
    line('S-10', [{ next: from('2026-12-01') }], {
      enteredAt: OffsetDateTime.parse('2026-11-20T09:00:00+09:00'),
    }),
    line('S-9', [{ next: from('2026-11-30') }, waiting]),
    line('S-2', [{}]),
    line('S-1'),
  ]
  const ordered = (lines: readonly Line[]) =>
    byNumber(lines.map(({ patient }) => patient)).flatMap(patient =>
      lines.filter(one => one.patient === patient),
    )
  const lines = ordered(unordered)
  it('counts as people count', () => {
    expect(numbers(sorted(lines, 'number', either))).toEqual(['S-1', 'S-2', 'S-9', 'S-10'])
  })
  it('puts the earliest eligible day first and those without one last', () => {
    expect(numbers(sorted(lines, 'earliest', either))).toEqual(['S-9', 'S-10', 'S-1', 'S-2'])
  })
  it('compares instants, not their text', () => {
    const later = line('S-0', [], { enteredAt: OffsetDateTime.parse('2026-11-20T08:30:00+08:00') })
    expect(numbers(sorted(ordered([...lines, later]), 'entered', either))[0]).toBe('S-0')
  })
})

it('shows no answer that is about another version of the record', () => {
  const { patient } = line('S-1')
  const summary = { patientId: patient.id, version: 1, answers: [nothing] }
  const answersFor = (version: number) =>
    linesOf([{ ...patient, version }], new Map([[patient.id, summary]]))[0]?.answers
  expect(answersFor(1)).toEqual([nothing])
  expect(answersFor(2)).toBeUndefined()
})

it('leaves a line that says the same again the same object', () => {
  const { patient } = line('S-1')
  const summary = { patientId: patient.id, version: 1, answers: [nothing] }
  const [before] = linesOf([patient], new Map([[patient.id, summary]]))
  expect(linesOf([patient], new Map([[patient.id, { ...summary }]]))[0]).toBe(before)
  expect(linesOf([patient], new Map([[patient.id, { ...summary, answers: [waiting] }]]))[0]).not.toBe(before)
})

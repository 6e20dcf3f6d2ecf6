import { expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { attritionAt, attritionOf } from './attrition.ts'
import type { Line, LineAnswer } from './lines.ts'
import { waitingByItem } from './waiting.ts'

const protocol = ProtocolId.parse('NCT05106972')
const enteredAt = OffsetDateTime.parse('2026-11-20T08:00:00+08:00')

function line(id: string, answer: Partial<LineAnswer> | undefined): Line {
  const patient = {
    id: PatientId.parse(id),
    version: 1,
    screeningNumber: id,
    initials: 'X',
    sex: 'male' as const,
    enteredAt,
  }
  const full: LineAnswer = {
    ...{ protocol, verdict: 'undetermined', projected: false, training: false, hasCriteria: true },
    ...{ next: null, violated: [], unknown: [], needsJudgement: [], missing: [], conflicts: [], ...answer },
  }
  return { patient, answers: answer === undefined ? undefined : [full] }
}

const lines = [
  line('a', { verdict: 'eligible' }),
  line('b', { verdict: 'ineligible', violated: ['E7'], missing: [] }),
  line('c', { verdict: 'ineligible', violated: ['E7'], unknown: ['I1'] }),
  line('d', { unknown: ['I1'], missing: ['birth_date'] }),
  line('e', { needsJudgement: ['E12'], unknown: ['I1'], missing: ['birth_date', 'judgement'] }),
  line('f', undefined),
]

it('counts each person once for each criterion, and who has no other obstacle', () => {
  const attrition = attritionOf(lines, protocol)
  expect(attrition).toMatchObject({ screened: 5, passed: 1 })
  expect(attritionAt(attrition, 'E7')).toEqual({ violated: 2, unknown: 0, needsJudgement: 0, alone: 1 })
  expect(attritionAt(attrition, 'I1')).toEqual({ violated: 0, unknown: 3, needsJudgement: 0, alone: 1 })
  expect(attritionAt(attrition, 'E12')).toEqual({ violated: 0, unknown: 0, needsJudgement: 1, alone: 0 })
  expect(attritionAt(attrition, 'E1')).toEqual({ violated: 0, unknown: 0, needsJudgement: 0, alone: 0 })
})

it('names who waits for an item', () => {
  const waiting = waitingByItem(lines)
  const who = (key: string) => waiting.get(key)?.map(({ screeningNumber }) => screeningNumber)
  expect(who('birth_date')).toEqual(['d', 'e'])
  expect(who('judgement')).toEqual(['e'])
})

import { describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { changesOf, NO_VALUES, newCandidate, problemsOf } from './candidate-form.ts'

const today = CivilDate.parse('2026-11-24')
const typed = { ...NO_VALUES, screeningNumber: ' S-001 ', initials: 'ZWM', sex: 'male' as const }

describe('what is typed about a candidate', () => {
  it('needs a number, initials and a sex, which may be unknown', () => {
    expect(problemsOf(NO_VALUES, today)).toEqual({
      screeningNumber: 'required',
      initials: 'required',
      sex: 'required',
    })
    expect(problemsOf({ ...typed, sex: 'unknown' }, today)).toEqual({})
  })

  it.each([
    ['birthDate', '14/03/1967', 'notRead'],
    ['birthDate', '2027', 'future'],
    ['birthDate', '2026', undefined],
    ['registrationDate', '2026-11', 'wholeDay'],
    ['registrationDate', '24.11.2026', undefined],
    ['initials', 'ABCDEFGHIJK', 'long'],
  ])('%s %s: %s', (field, value, problem) => {
    expect(problemsOf({ ...typed, [field]: value }, today)).toEqual(problem ? { [field]: problem } : {})
  })

  it('becomes a new candidate with dates as they are kept and without what was left empty', () => {
    const values = { ...typed, birthDate: '1967年3月', registrationDate: '24.11.2026' }
    expect(newCandidate(values, ' 44010619670314 ')).toEqual({
      screeningNumber: 'S-001',
      initials: 'ZWM',
      sex: 'male',
      birthDate: '1967-03',
      registrationDate: '2026-11-24',
      identifier: '44010619670314',
    })
  })

  it('becomes changes of what differs only, and takes away what was emptied', () => {
    const before = { ...typed, screeningNumber: 'S-001', birthDate: '1967', contact: 'ward 7' }
    const values = { ...before, birthDate: '14.03.1967', contact: ' ' }
    expect(changesOf(values, before, '')).toEqual({ birthDate: '1967-03-14', contact: null })
  })
})

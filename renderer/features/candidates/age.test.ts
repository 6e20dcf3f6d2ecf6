import { expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { ageOn } from './age.ts'

it.each([
  ['1967-03-14', '2026-03-13', 58, 58],
  ['1967-03-14', '2026-03-14', 59, 59],
  ['1972-02-29', '2026-02-28', 53, 53],
  ['1972-02-29', '2026-03-01', 54, 54],
  ['1967-03', '2026-03-20', 58, 59],
  ['1967-03', '2026-04-01', 59, 59],
  ['1967', '2026-11-24', 58, 59],
  ['2026', '2026-11-24', 0, 0],
])('born %s is on %s at least %i and at most %i', (born, on, least, most) => {
  expect(ageOn(PartialDate.parse(born), CivilDate.parse(on))).toEqual({ least, most })
})

it('is not known without a birth date', () => {
  expect(ageOn(undefined, CivilDate.parse('2026-11-24'))).toBeUndefined()
})

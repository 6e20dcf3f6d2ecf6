import { describe, expect, it } from 'vitest'
import { ctcaeCalled, ctcaeFound, retermed } from './term-choice.ts'

describe('the term of an event', () => {
  it.each([
    ['Fever', 'fever'],
    [' fever ', 'fever'],
    ['发热', 'fever'],
    ['fever after dose 2', undefined],
  ])('%s is called %s in CTCAE', (text, name) => expect(ctcaeCalled(text)).toBe(name))

  it.each([
    ['aminotransferase', ['alanine_aminotransferase_increased', 'aspartate_aminotransferase_increased']],
    ['varices hem', ['esophageal_varices_hemorrhage']],
    ['静脉曲张', ['esophageal_varices_hemorrhage']],
    ['发热', ['fever', 'febrile_neutropenia']],
  ])('is found by %s in either language', (search, names) => expect(ctcaeFound(search)).toEqual(names))

  it('keeps the code of its name while words are added to it, and lets it go for another term', () => {
    expect(retermed({}, '发热')).toEqual({ term: '发热', ctcae: 'fever' })
    const values = { term: '发热', ctcae: 'fever' }
    expect(retermed(values, '发热伴寒战')).toEqual({ term: '发热伴寒战' })
    expect(retermed(values, '头晕')).toEqual({ term: '头晕', ctcae: '' })
  })

  it('never takes away a code that somebody chose for other words', () => {
    expect(retermed({ term: 'felt hot', ctcae: 'fever' }, 'felt very hot')).toEqual({ term: 'felt very hot' })
  })
})

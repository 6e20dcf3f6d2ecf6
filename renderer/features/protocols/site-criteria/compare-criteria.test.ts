import { describe, expect, it } from 'vitest'
import { trainingCriteria } from '#test/support/protocols.ts'
import { compareCriteria } from './compare-criteria.ts'

const [first, second, ...rest] = trainingCriteria.criteria
if (first === undefined || second === undefined) throw new Error('the training criteria are gone')

const differences = (after: typeof rest, before = [first, second]) =>
  compareCriteria(before, after).criteria.map(({ difference }) => difference)

describe('a comparison with the version before', () => {
  it('finds nothing where nothing differs, whatever the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(first).toReversed()) as typeof first
    expect(differences([turned, second])).toEqual(['unchanged', 'unchanged'])
  })

  it('tells other words from another rule', () => {
    const label = 'I9'
    const { condition } = second
    expect(differences([{ ...first, label }, second])).toEqual(['words', 'unchanged'])
    expect(differences([{ ...first, condition }, second])).toEqual(['condition', 'unchanged'])
    expect(differences([{ ...first, label, condition }, second])).toEqual(['both', 'unchanged'])
  })

  it('names what came and what went', () => {
    expect(differences([first, second], [second])).toEqual(['added', 'unchanged'])
    expect(compareCriteria([first, second], [second]).removed).toEqual([first])
  })
})

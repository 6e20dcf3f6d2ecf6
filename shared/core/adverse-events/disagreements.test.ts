import { describe, expect, it } from 'vitest'
import { FactContent, type FactContentOf } from '../facts/content.ts'
import { disagreementsOf } from './disagreements.ts'
import { naranjoOf } from './naranjo-answers.ts'
import { RUCAM_RANGE } from './rucam.ts'
import { rucamChoices, rucamOf } from './rucam-choices.ts'
import type { WhoUmcAnswers, WhoUmcCategory } from './who-umc.ts'
import { unmetBy } from './who-umc-fit.ts'

const weak: WhoUmcAnswers = {
  time: 'reasonable',
  otherCauses: 'also_possible',
  withdrawal: 'not_applicable',
  definitive: 'no',
  rechallenge: 'not_done',
  information: 'sufficient',
}

function judged(about: Partial<FactContentOf<'causality'>>): FactContentOf<'causality'> {
  const content = FactContent.parse({
    ...{ kind: 'causality', on: '2026-11-20', event: '7b1f3f0e-6a0e-4d7a-9a55-3f0a2b8f7c11' },
    ...{ product: 'related', procedure: 'not_related', disease: 'not_related', ground: 'seen' },
    whoUmc: { category: 'possible', answers: weak },
    ...about,
  })
  return content.kind === 'causality' ? content : expect.fail()
}
const english = (judgement: FactContentOf<'causality'>, related?: readonly WhoUmcCategory[]) =>
  disagreementsOf(judgement, related).map(({ en }) => en)

describe('what the answers do not meet of a WHO-UMC category', () => {
  it.each<[WhoUmcCategory, number]>([
    ['certain', 5],
    ['probable', 2],
    ['possible', 0],
    ['unlikely', 2],
    ['conditional', 1],
    ['unassessable', 1],
  ])('for %s is %i of them', (category, count) => expect(unmetBy(category, weak)).toHaveLength(count))

  it('names criterion and answer; a stronger answer than asked for meets it', () => {
    const [unmet] = unmetBy('probable', { ...weak, otherCauses: 'excluded' })
    expect(unmet?.en).toMatch(/^Response to withdrawal .*: not applicable/)
    const strong = { ...weak, time: 'plausible', otherCauses: 'excluded', withdrawal: 'plausible' } as const
    expect(unmetBy('probable', strong)).toEqual([])
  })
})

describe('the points of the aids', () => {
  it('Naranjo counts nothing for what is unknown or does not apply', () => {
    const answers = ['yes', 'yes', 'not_applicable', 'no', 'no', 'unknown', 'no', 'no', 'yes', 'yes'] as const
    expect(naranjoOf([...answers])).toEqual({ total: 1 + 2 - 1 + 2 + 1 + 1, category: 'probable' })
  })

  it('RUCAM leaves out an item that does not apply', () => {
    const items = { onset: 2, course: 3, riskFactors: 0, concomitant: -1, alternativeCauses: 2 }
    expect(rucamOf({ items: { ...items, previousHepatotoxicity: 0, rechallenge: null } })).toEqual({
      ...{ total: 6, category: 'probable' },
    })
  })

  it('every choice of RUCAM is one that a judgement can be charted with, and the extremes are as published', () => {
    const items = Object.values(rucamChoices.hepatocellular).map(choices => choices.map(one => one.points))
    const sum = (pick: (...points: number[]) => number) =>
      items.reduce((total, points) => total + pick(...points), 0)
    expect([sum(Math.min), sum(Math.max)]).toEqual([RUCAM_RANGE.low, RUCAM_RANGE.high])
  })
})

describe('a judgement and what stands beside it', () => {
  it('part where the relation is not what the category says, by the site’s own list where it has one', () => {
    const probable = { category: 'probable', answers: weak } as const
    expect(english(judged({ product: 'not_related', whoUmc: probable }))).toHaveLength(1)
    expect(english(judged({ product: 'related' }))).toEqual([])
    expect(english(judged({ product: 'related' }), ['certain', 'probable'])).toHaveLength(1)
  })

  it('part where a scale gives another band than the category chosen', () => {
    const [all, none] = (['yes', 'no'] as const).map(answer => Array.from({ length: 10 }, () => answer))
    expect(english(judged({ naranjo: all }))).toEqual([
      'Naranjo (sum 8) says “probable”, the category chosen is “possible”.',
    ])
    expect(english(judged({ naranjo: none }))).toEqual([])
  })

  it('do not part where the causality could not be assessed', () => {
    const answers = { ...weak, information: 'cannot_be_supplemented' } as const
    const naranjo = Array.from({ length: 10 }, () => 'yes' as const)
    const whoUmc = { category: 'unassessable', answers } as const
    expect(english(judged({ whoUmc, naranjo }))).toEqual([])
  })
})

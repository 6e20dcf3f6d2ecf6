import { describe, expect, it } from 'vitest'
import { FactId } from '#shared/core/ids.ts'
import { checkJudgement, type Judgement, valuesOfJudgement } from './judgement-values.ts'

const event = FactId.parse('7b1f3f0e-6a0e-4d7a-9a55-3f0a2b8f7c11')
const about = { event, timeZone: 'Asia/Shanghai' }

const judgement: Judgement = {
  ...({ kind: 'causality', on: '2026-11-20T09:30:00+08:00', event } as Pick<
    Judgement,
    'kind' | 'on' | 'event'
  >),
  ...{
    product: 'related',
    procedure: 'not_related',
    disease: 'undetermined',
    ground: 'Fever an hour after the infusion',
  },
  whoUmc: {
    category: 'possible',
    answers: {
      ...{ time: 'reasonable', otherCauses: 'also_possible', withdrawal: 'not_applicable' },
      ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
    },
  },
}

describe('the fields of a judgement', () => {
  it('say what was charted, and are charted as the same again', () => {
    const whole: Judgement = {
      ...judgement,
      naranjo: ['yes', 'no', 'unknown', 'not_applicable', 'yes', 'no', 'no', 'no', 'no', 'yes'],
      rucam: {
        injury: 'hepatocellular',
        items: {
          ...{ onset: 2, course: -2, riskFactors: 0, concomitant: -1, alternativeCauses: -3 },
          ...{ previousHepatotoxicity: 0, rechallenge: null },
        },
      },
      doseLimiting: 'undetermined',
    }
    expect(checkJudgement(valuesOfJudgement(whole, about.timeZone), about)).toEqual({ content: whole })
  })

  it('are all asked for while nobody has answered, the aids are not', () => {
    const checked = checkJudgement({}, about)
    const asked = 'problems' in checked ? Object.keys(checked.problems) : []
    expect(asked).toEqual(expect.arrayContaining(['product', 'procedure', 'disease', 'ground', 'on']))
    expect(asked).toContain('whoUmc.answers.definitive')
    expect(asked.filter(name => /naranjo|rucam|doseLimiting/.test(name))).toEqual([])
  })

  it('ask for the whole of an aid once anything of it is answered', () => {
    const values = { ...valuesOfJudgement(judgement, about.timeZone), 'naranjo.3': 'no' }
    const checked = checkJudgement(values, about)
    expect('problems' in checked ? Object.keys(checked.problems) : []).toHaveLength(9)
  })

  it('do not take a time for the ground, nor words for a time', () => {
    const checked = checkJudgement(
      { ...valuesOfJudgement(judgement, about.timeZone), on: 'yesterday' },
      about,
    )
    expect('problems' in checked ? Object.keys(checked.problems) : []).toEqual(['on'])
  })
})

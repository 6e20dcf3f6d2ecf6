import { describe, expect, it } from 'vitest'
import { chosen } from '#test/samples/sample-site.ts'
import { nct05106972, nct07413549, trainingCriteria } from '#test/support/protocols.ts'
import { Condition } from './condition.ts'
import type { Criterion } from './criterion.ts'
import { conditionWords } from './words.ts'

const shipped: [string, Criterion, typeof nct05106972.readings][] = [
  ...nct05106972.criteria.map(one => [`NCT05106972 ${one.label}`, one, nct05106972.readings] as never),
  ...nct07413549.criteria.map(one => [`NCT07413549 ${one.label}`, one, nct07413549.readings] as never),
  ...trainingCriteria.criteria.map(one => [`training ${one.label}`, one, trainingCriteria.readings] as never),
]

describe('the words of a rule', () => {
  it.each(shipped)('%s reads in both languages, chosen or not', (_name, { condition }, readings) => {
    for (const choices of [{}, chosen]) {
      const { en, 'zh-CN': zh } = conditionWords(condition, readings, choices)
      expect(en).toMatch(/^[a-zA-Z]/)
      expect(zh).toMatch(/\p{Script=Han}/u)
      // A name of the rule language, a lost value or a punctuation mark of the other language would show.
      expect(`${en}${zh}`).not.toMatch(/[a-z]_[a-z]|undefined|\[object/)
      expect(zh).not.toMatch(/[,;]|\((?![A-Z])/)
    }
  })

  it.each([
    [
      'I1',
      'aged 20 years or more; and not older than 60 years (older: that is from the 61st birthday). In common years a birthday on 29 February is 28 February',
    ],
    [
      'I4',
      'no serious bleeding tendency on the day of registration; and no active bleeding on the day of registration',
    ],
    [
      'I7',
      'in the latest informed consent, status: signed – “not signed yet” leaves it open (however long ago)',
    ],
    ['E5', 'tumour in another organ (malignant) at any time'],
    [
      'E6',
      'latest prothrombin time prolonged by more than 3 s against the control value of its run (however long ago)',
    ],
    [
      'E7',
      'albumin infusion within 3 weeks before registration (the day exactly 3 weeks before still counts)',
    ],
    [
      'E10',
      'infection (viral or bacterial) on the day of registration; or infection (fungal) on the day of registration; or infection (unidentified) on the day of registration',
    ],
    [
      'E11',
      'female; and (in the latest pregnancy test, result: positive (at most 7 days old; “not applicable” counts as absent); or lactation on the day of registration (“not applicable” counts as absent))',
    ],
  ])('%s under the readings that the sample site chose', (label, words) => {
    const criterion = nct05106972.criteria.find(one => one.label === label)
    expect(criterion && conditionWords(criterion.condition, nct05106972.readings, chosen).en).toBe(words)
  })

  it('leaves open what a reading decides, and names the reading once', () => {
    const e7 = nct05106972.criteria.find(({ label }) => label === 'E7')
    expect(e7 && conditionWords(e7.condition, nct05106972.readings)).toEqual({
      en: 'albumin infusion within 3 weeks before registration. Depends on the reading “Does the day exactly 3 or 4 weeks before registration lie within the period?”',
      'zh-CN': '登记前 3 周内有人血白蛋白输注。取决于解读“登记前恰满3周或4周的那一天是否计入期限内？”',
    })
  })

  it('tells the day at the edge of a window apart', () => {
    const e7 = nct05106972.criteria.find(({ label }) => label === 'E7')
    const outside = { ...chosen, 'window-boundary': 'outside' }
    expect(e7 && conditionWords(e7.condition, nct05106972.readings, outside).en).toContain('no longer counts')
  })
})

const within = { kind: 'within', period: { amount: 1, unit: 'month' }, anchor: 'dose', monthEnd: 'next_day' }

describe('every kind of the rule language, said and denied', () => {
  it.each([
    [{ kind: 'sex', is: 'male' }, 'male', 'not male'],
    [
      { kind: 'age', is: 'more_than', years: 20, counted: 'elapsed_time', monthEnd: 'last_day' },
      'older than 20 years (that is from the day after the 20th birthday). In common years a birthday on 29 February is 28 February',
      'not older than 20 years (older: that is from the day after the 20th birthday). In common years a birthday on 29 February is 28 February',
    ],
    [
      quantity('latest', 'ge'),
      'latest albumin ≥ 20 g/L (at most 2 weeks old)',
      'latest albumin < 20 g/L (at most 2 weeks old)',
    ],
    [
      quantity('any', 'lt'),
      'any albumin < 20 g/L (at most 2 weeks old)',
      'no albumin < 20 g/L (at most 2 weeks old)',
    ],
    [
      quantity('every', 'gt'),
      'every albumin > 20 g/L (at most 2 weeks old)',
      'not every albumin > 20 g/L (at most 2 weeks old)',
    ],
    [
      { kind: 'event', event: { topic: 'tips' }, when: { ...within, farthestDay: 'outside' } },
      'TIPS within 1 month before the dose (the day exactly 1 month before no longer counts). Where the last month lacks the day, the first of the next counts',
      'no TIPS within 1 month before the dose (the day exactly 1 month before no longer counts). Where the last month lacks the day, the first of the next counts',
    ],
    [
      {
        kind: 'duration',
        event: { topic: 'antiviral_treatment' },
        measured: 'since_start',
        moreThan: { amount: 12, unit: 'week' },
        monthEnd: 'last_day',
        counts: 'latest',
      },
      'latest course of antiviral treatment begun more than 12 weeks before registration',
      'latest course of antiviral treatment not begun more than 12 weeks before registration',
    ],
    [
      {
        kind: 'latest',
        of: 'consent',
        where: [{ attribute: 'status', in: ['signed'] }],
        maximumAge: 'no_limit',
        notApplicable: 'unknown',
      },
      'in the latest informed consent, status: signed (however long ago; “not applicable” leaves it unknown)',
      'in the latest informed consent not: status: signed (however long ago; “not applicable” leaves it unknown)',
    ],
    [
      { kind: 'attestation', question: 'may-take-part', informedBy: ['laboratory'] },
      'the investigator judges that it is so (considering laboratory value)',
      'the investigator judges that it is not so (considering laboratory value)',
    ],
    [{ kind: 'never' }, 'left out of account', 'holds in any case'],
    [
      {
        kind: 'any',
        of: [
          { kind: 'sex', is: 'male' },
          { kind: 'not', of: { kind: 'sex', is: 'female' } },
        ],
      },
      'male; or not female',
      'not male; and female',
    ],
  ])('%o', (raw, said, denied) => {
    const condition = Condition.parse(raw)
    expect(conditionWords(condition, []).en).toBe(said)
    expect(conditionWords({ kind: 'not', of: condition }, []).en).toBe(denied)
  })
})

function quantity(counts: string, compare: string) {
  const albumin = { kind: 'quantity', quantity: { kind: 'analyte', analyte: 'albumin' } }
  return { ...albumin, compare, limit: '20', unit: 'g/L', maximumAge: { amount: 2, unit: 'week' }, counts }
}

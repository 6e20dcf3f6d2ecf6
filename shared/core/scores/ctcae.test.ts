import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CtcaeFinding, ctcaeGrade } from './ctcae.ts'
import { feverGrade } from './ctcae-clinical.ts'
import { CtcaeTerm } from './ctcae-terms.ts'

const gradeOf = (term: CtcaeTerm, finding: CtcaeFinding) => {
  const result = ctcaeGrade(term, finding)
  return result.state === 'graded' ? result.grade : result.fields.join(', ')
}
const normal = { state: 'normal' } as const
const abnormal = (value: number) => ({ state: 'abnormal', value }) as const

const transaminases = ['Alanine aminotransferase increased', 'Aspartate aminotransferase increased'] as const
const cholestatic = ['Alkaline phosphatase increased', 'GGT increased'] as const
const bilirubin = 'Blood bilirubin increased'

describe('CTCAE v5.0 by multiples', () => {
  describe.each(transaminases)('%s', term => {
    it.each([
      [40, 0],
      [41, 1],
      [120, 1],
      [121, 2],
      [200, 2],
      [201, 3],
      [800, 3],
      [801, 4],
    ])('%i over an upper limit of 40 and a normal baseline is grade %i', (value, grade) => {
      expect(gradeOf(term, { value, upperLimit: 40, baseline: normal })).toBe(grade)
    })

    it.each([
      [59, 0],
      [60, 1],
      [120, 1],
      [121, 2],
      [201, 3],
      [801, 4],
    ])(
      '%i over an abnormal baseline of 40 is grade %i, four times the upper limit or not',
      (value, grade) => {
        expect(gradeOf(term, { value, upperLimit: 10, baseline: abnormal(40) })).toBe(grade)
      },
    )
  })

  it.each(cholestatic)('%s at exactly twice an abnormal baseline is grade 1', term => {
    expect(gradeOf(term, { value: 80, upperLimit: 39, baseline: abnormal(40) })).toBe(1)
    expect(gradeOf(term, { value: 79, upperLimit: 39, baseline: abnormal(40) })).toBe(0)
    expect(gradeOf(term, { value: 101, upperLimit: 40, baseline: normal })).toBe(2)
  })

  it('bilirubin above an abnormal baseline is grade 1 at once', () => {
    expect(gradeOf(bilirubin, { value: 40, baseline: abnormal(40) })).toBe(0)
    expect(gradeOf(bilirubin, { value: 40.1, baseline: abnormal(40) })).toBe(1)
    expect(gradeOf(bilirubin, { value: 400, baseline: abnormal(40) })).toBe(3)
    expect(gradeOf(bilirubin, { value: 401, upperLimit: 40, baseline: normal })).toBe(4)
  })

  it('meets a bound exactly: 2.1 is 3.0 times 0.7 and so grade 1', () => {
    expect(gradeOf(transaminases[0], { value: 2.1, upperLimit: 0.7, baseline: normal })).toBe(1)
  })

  it('does not guess the baseline or a limit', () => {
    expect(gradeOf(bilirubin, { value: 90, upperLimit: 20 })).toBe('baseline')
    expect(gradeOf(bilirubin, { value: 90, baseline: normal })).toBe('upperLimit')
    expect(gradeOf(bilirubin, { value: 90, baseline: { state: 'abnormal', value: undefined } })).toBe(
      'baseline',
    )
    expect(gradeOf(bilirubin, {})).toBe('value')
  })

  it.each([
    [241, 241, 4],
    [240, 230, 3],
    [120, 119, 2],
    [60, 60, 1],
    [40, 40, 0],
    [42, 13.9, 3],
    [42, 14, 2],
  ])('creatinine %f over a baseline of %f and an upper limit of 40 is grade %i', (value, before, grade) => {
    const baseline = { state: 'normal', value: before } as const
    expect(gradeOf('Creatinine increased', { value, upperLimit: 40, baseline })).toBe(grade)
  })

  it('creatinine without baseline is graded only where no baseline could raise the grade', () => {
    expect(gradeOf('Creatinine increased', { value: 121, upperLimit: 40 })).toBe(3)
    expect(gradeOf('Creatinine increased', { value: 100, upperLimit: 40 })).toBe('baseline')
    expect(gradeOf('Creatinine increased', { value: 30, upperLimit: 40 })).toBe('baseline')
  })
})

describe('CTCAE v5.0 by falling values', () => {
  it.each([
    [
      'Anemia',
      140,
      [
        [140, 0],
        [139, 1],
        [100, 1],
        [99, 2],
        [80, 2],
        [79, 3],
      ],
    ],
    [
      'Hypoalbuminemia',
      40,
      [
        [40, 0],
        [30, 1],
        [29, 2],
        [20, 2],
        [19, 3],
      ],
    ],
    [
      'Platelet count decreased',
      100,
      [
        [100, 0],
        [75, 1],
        [74, 2],
        [50, 2],
        [49, 3],
        [25, 3],
        [24, 4],
      ],
    ],
    [
      'Neutrophil count decreased',
      2,
      [
        [2, 0],
        [1.5, 1],
        [1.49, 2],
        [1, 2],
        [0.5, 3],
        [0.49, 4],
      ],
    ],
    [
      'White blood cell decreased',
      4,
      [
        [4, 0],
        [3, 1],
        [2, 2],
        [1, 3],
        [0.9, 4],
      ],
    ],
    [
      'Hyponatremia',
      137,
      [
        [137, 0],
        [130, 1],
        [124, 3],
        [120, 3],
        [119, 4],
      ],
    ],
  ] as const)('%s with a lower limit of %i', (term, lowerLimit, cases) => {
    const grades = cases.map(([value]) => [value, gradeOf(term, { value, lowerLimit })])
    expect(grades).toEqual(cases)
  })

  it('needs the lower limit only where a grade depends on it', () => {
    expect(gradeOf('Anemia', { value: 99 })).toBe(2)
    expect(gradeOf('Anemia', { value: 100 })).toBe('lowerLimit')
  })

  it('a sodium from 125 to 129 needs to know of symptoms', () => {
    expect(gradeOf('Hyponatremia', { value: 129, lowerLimit: 137 })).toBe('symptomatic')
    expect(gradeOf('Hyponatremia', { value: 129, symptomatic: true })).toBe(3)
    expect(gradeOf('Hyponatremia', { value: 125, symptomatic: false })).toBe(2)
  })
})

describe('CTCAE v5.0 of INR', () => {
  it.each([
    [1.2, 0],
    [1.21, 1],
    [1.5, 1],
    [2.5, 2],
    [2.51, 3],
  ])('%f without anticoagulation is grade %i', (value, grade) => {
    const baseline = { state: 'normal', value: 1 } as const
    expect(gradeOf('INR increased', { value, baseline, anticoagulation: false })).toBe(grade)
  })

  it('on anticoagulation a rise over baseline counts too', () => {
    const baseline = { state: 'normal', value: 1 } as const
    expect(gradeOf('INR increased', { value: 1.2, baseline, anticoagulation: true })).toBe(1)
    expect(gradeOf('INR increased', { value: 1.2, anticoagulation: true })).toBe('baseline')
  })

  it('is not graded before it is said whether the patient is anticoagulated', () => {
    expect(gradeOf('INR increased', { value: 1.2 })).toBe('anticoagulation')
  })
})

describe('CTCAE v5.0 of fever', () => {
  it.each([
    [37.9, 0],
    [38, 1],
    [39, 1],
    [39.1, 2],
    [40, 2],
  ])('%f °C is grade %i', (temperature, grade) => {
    expect(feverGrade(temperature, undefined)).toMatchObject({ grade })
  })

  it('above 40 °C depends on the hours', () => {
    expect(feverGrade(40.1, undefined)).toBe('duration')
    expect(feverGrade(40.1, 24)).toMatchObject({ grade: 3 })
    expect(feverGrade(40.1, 24.5)).toMatchObject({ grade: 4 })
  })
})

it('no grade falls when a value moves on in the direction of its term', () => {
  const said = { lowerLimit: 135, upperLimit: 40, symptomatic: true, anticoagulation: false }
  const value = fc.integer({ min: 1, max: 3000 }).map(tenths => tenths / 10)
  const baseline = fc.constantFrom(normal, abnormal(60), abnormal(41))
  fc.assert(
    fc.property(fc.constantFrom(...CtcaeTerm.options), value, value, baseline, (term, one, other, before) => {
      const finding = { ...said, baseline: before }
      const falls = /decreased|emia/.test(term)
      const [better, worse] = one < other === falls ? [other, one] : [one, other]
      const grades = [better, worse].map(each => gradeOf(term, { ...finding, value: each }))
      if (grades.every(grade => typeof grade === 'number')) expect(grades).toEqual(grades.toSorted())
    }),
  )
})

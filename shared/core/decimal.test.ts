import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Comparator,
  Comparison,
  compareRange,
  Decimal,
  DecimalText,
  NonNegativeDecimalText,
  valueRange,
} from './decimal.ts'

describe('exact decimals', () => {
  it('subtract without a trace of binary fractions', () => {
    expect(new Decimal('16.1').minus('13.1').toString()).toBe('3')
    expect(16.1 - 13.1).not.toBe(3)
  })

  it('keep every digit that can be printed', () => {
    const sum = new Decimal('123456789012345.123456789012').minus('0.000000000001')
    expect(sum.toString()).toBe('123456789012345.123456789011')
  })
})

describe('a printed number', () => {
  it.each(['0', '16.10', '-3', '0.000000000001', '999999999999999'])('may be %s', text => {
    expect(DecimalText.parse(text)).toBe(text)
  })

  it.each(['', '1,5', '.5', '5.', '05', '1e3', '<20', ' 1', '+1', 'NaN', '1234567890123456'])(
    'may not be %j',
    text => {
      expect(DecimalText.safeParse(text).success).toBe(false)
    },
  )

  it('given as a number is refused with the fix', () => {
    expect(DecimalText.safeParse(16.1).error?.issues[0]?.message).toBe(
      'write the number as text, such as "16.1": it is kept exactly as printed',
    )
  })

  it('of a quantity is not negative', () => {
    expect(NonNegativeDecimalText.safeParse('-0.1').success).toBe(false)
  })
})

describe('a result against a limit of 20', () => {
  it.each([
    // printed, lt, le, ge, gt
    ['19.9', true, true, false, false],
    ['20', false, true, true, false],
    ['20.1', false, false, true, true],
    ['<20', true, true, false, false],
    ['<=20', undefined, true, undefined, false],
    ['>=20', false, undefined, true, undefined],
    ['>20', false, false, true, true],
    ['<20.1', undefined, undefined, undefined, undefined],
    ['<=19.9', true, true, false, false],
    ['>19.9', undefined, undefined, undefined, undefined],
    ['>=20.1', false, false, true, true],
    ['<1', true, true, false, false],
    ['>1', undefined, undefined, undefined, undefined],
  ] as const)('%s: <, ≤, ≥, > are %s, %s, %s, %s', (printed, ...expected) => {
    const comparator = Comparator.safeParse(printed.replace(/[\d.]/g, '')).data
    const range = valueRange(new Decimal(printed.replace(/[<>=]/g, '')), comparator)
    expect(Comparison.options.map(comparison => compareRange(range, comparison, new Decimal(20)))).toEqual(
      expected,
    )
  })

  it('says so exactly where every possible value says so', () => {
    const holds = { lt: 'lt', le: 'lte', ge: 'gte', gt: 'gt' } as const
    const small = fc.integer({ min: 0, max: 4 })
    const censored = fc.constantFrom(undefined, ...Comparator.options)
    fc.assert(
      fc.property(
        small,
        small,
        censored,
        fc.constantFrom(...Comparison.options),
        (value, limit, sign, comparison) => {
          // Halves stand for all values between the whole numbers.
          const possible = Array.from({ length: 21 }, (_, step) => new Decimal(step / 2 - 3)).filter(
            candidate =>
              sign === undefined
                ? candidate.eq(value)
                : sign.startsWith('<')
                  ? candidate.lt(value) || (sign === '<=' && candidate.eq(value))
                  : candidate.gt(value) || (sign === '>=' && candidate.eq(value)),
          )
          const answers = new Set(possible.map(candidate => candidate[holds[comparison]](limit)))
          const expected = answers.size === 1 ? [...answers][0] : undefined
          expect(compareRange(valueRange(new Decimal(value), sign), comparison, new Decimal(limit))).toBe(
            expected,
          )
        },
      ),
    )
  })
})

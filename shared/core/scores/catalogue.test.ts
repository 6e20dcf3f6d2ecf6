import { describe, expect, it } from 'vitest'
import { ScoreId, scoreCatalogue } from './catalogue.ts'

describe.each(ScoreId.options)('%s', id => {
  const { name, formula, source, inputs, range } = scoreCatalogue[id]

  it('has a name in Chinese, its formula on one line and its source', () => {
    expect(name['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(name.en).not.toMatch(/\p{Script=Han}/u)
    expect(formula).toMatch(/^[^\n]{10,}$/)
    expect(source).not.toBe('')
  })

  it('names its inputs and what it can give', () => {
    expect(inputs.length).toBeGreaterThanOrEqual(2)
    expect((range.low ?? -Infinity) < (range.high ?? Infinity)).toBe(true)
  })
})

import { expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { Fact } from '#shared/core/facts/fact.ts'
import { differencesOf } from './fact-text.ts'

const entered = { id: 'f1', enteredAt: '2026-11-20T10:00:00+08:00', author: '林', source: { kind: 'typed' } }

function difference(before: object, after: object) {
  const [was, is] = [FactContent.parse(before), FactContent.parse(after)]
  return differencesOf(Fact.parse({ ...entered, content: is }), was, is).map(one => [
    one.before['zh-CN'],
    one.after['zh-CN'],
  ])
}

it('prints a term in free words as it was written, also where another kind of fact has that word in a list', () => {
  const history = { kind: 'medical_history', from: '2020' }
  expect(difference({ ...history, term: 'sepsis' }, { ...history, term: 'anemia' })).toEqual([
    ['sepsis', 'anemia'],
  ])
})

it('prints what was chosen from a list in words', () => {
  const infection = { kind: 'infection', from: '2020' }
  expect(difference({ ...infection, type: 'viral' }, { ...infection, type: 'bacterial' })).toEqual([
    ['病毒性', '细菌性'],
  ])
})

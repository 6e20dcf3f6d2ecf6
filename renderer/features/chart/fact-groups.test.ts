import { expect, it } from 'vitest'
import { FactKind } from '#shared/core/facts/content.ts'
import { factGroups } from './fact-groups.ts'

it('gives every kind of fact one place', () => {
  const placed = Object.values(factGroups).flat().sort()
  expect(placed).toEqual([...FactKind.options, 'negative_finding', 'not_known'].sort())
})

import { describe, expect, it } from 'vitest'
import { FactKind } from '#shared/core/facts/content.ts'
import { isSafetyKind } from '../../safety/form/safety-values.ts'
import { fieldsOf } from './fields.ts'

describe('the fields of a form', () => {
  // A laboratory value and what is charted about safety have forms of their own.
  const read = FactKind.options.filter(kind => kind !== 'laboratory' && !isSafetyKind(kind))
  it.each(read)('are read off the schema of %s', kind => {
    expect(fieldsOf(kind).some(({ name }) => name === 'on' || name === 'from')).toBe(true)
  })

  it('know choices, bounds, numbers as text and what is required', () => {
    expect(fieldsOf('infection')).toEqual([
      { name: 'from', required: false, type: { as: 'time' } },
      { name: 'to', required: false, type: { as: 'end' } },
      {
        name: 'type',
        required: true,
        type: { as: 'choice', options: ['viral', 'bacterial', 'fungal', 'unidentified'] },
      },
      { name: 'organism', required: false, type: { as: 'text' } },
      { name: 'site', required: false, type: { as: 'text' } },
    ])
    expect(fieldsOf('histology').find(({ name }) => name === 'fibrosis')?.type).toEqual({
      as: 'integer',
      min: 0,
      max: 6,
    })
    expect(fieldsOf('body_weight').find(({ name }) => name === 'kg')).toEqual({
      name: 'kg',
      required: true,
      type: { as: 'number' },
    })
    expect(fieldsOf('consent').map(({ type }) => type.as)).toEqual(['time', 'protocol', 'longText', 'choice'])
  })
})

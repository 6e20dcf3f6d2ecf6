import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FactKind, positiveContent } from './facts/content.ts'
import { attributeName, valueName } from './names.ts'

/** Fields that are told otherwise: times, and what a laboratory value says in its own line. */
const toldOtherwise = new Set(['kind', 'on', 'from', 'to', 'protocol', 'question', 'laboratory', 'loinc'])
/** Terms and organ classes of CTCAE have tables of their own, in both languages. */
const inTables = new Set(['ctcae', 'term', 'organClass'])

const attributes = FactKind.options
  .filter(kind => kind !== 'laboratory')
  .flatMap(kind => Object.entries(positiveContent[kind].shape))
  .filter(([attribute]) => !toldOtherwise.has(attribute))

const hasHan = (text: string) => /\p{Script=Han}/u.test(text)
const isSymbol = (text: string) => /^(?:ATC|CT|MR|cm|kg|kPa|MedDRA|Naranjo|RUCAM|WHO-UMC)$/.test(text)

describe('the names of attributes and values', () => {
  it.each([...new Set(attributes.map(([attribute]) => attribute))])(
    '%s has a name in both languages',
    attribute => {
      const { 'zh-CN': chinese } = attributeName(attribute)
      expect(hasHan(chinese) || isSymbol(chinese)).toBe(true)
    },
  )

  const values = attributes.flatMap(([attribute, schema]) => {
    if (inTables.has(attribute)) return []
    const inner: unknown = schema instanceof z.ZodOptional ? schema.unwrap() : schema
    return inner instanceof z.ZodEnum ? inner.options.map(String) : []
  })

  it.each([...new Set(values)])('the value %s has a name in both languages', value => {
    const { 'zh-CN': chinese } = valueName(value)
    expect(hasHan(chinese) || isSymbol(chinese)).toBe(true)
  })
})

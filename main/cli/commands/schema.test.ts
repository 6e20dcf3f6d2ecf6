import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonOf, lobule, sampleFiles, textOf } from '#test/support/command-line.ts'

async function schemaOf(name: string): Promise<z.ZodType> {
  const { code, out } = await lobule(['schema', name])
  expect(code).toBe(0)
  return z.fromJSONSchema(JSON.parse(out) as Parameters<typeof z.fromJSONSchema>[0])
}

const chart = jsonOf(textOf(sampleFiles.candidate('tr-002-albumin-and-birthday')))

describe('schema', () => {
  it.each([
    ['facts', chart],
    ['facts', [chart]],
    ['readings', jsonOf(textOf(sampleFiles.readings))],
    ['criteria', jsonOf(textOf(sampleFiles.criteria))],
    ['protocol', jsonOf(textOf(sampleFiles.protocol('nct05106972')))],
  ])('%s accepts the shipped sample and refuses an unknown field', async (name, sample) => {
    const schema = await schemaOf(name)
    expect(schema.safeParse(sample).error).toBeUndefined()
    const [first] = [sample].flat()
    expect(schema.safeParse(Object.assign({ surprise: 1 }, first)).success).toBe(false)
  })

  it('verdict describes what screen prints', async () => {
    const facts = sampleFiles.candidate('tr-002-albumin-and-birthday')
    const { out } = await lobule(['screen', '--facts', facts, '--json'])
    const schema = await schemaOf('verdict')
    expect(schema.safeParse(jsonOf(out)).error).toBeUndefined()
    expect(schema.safeParse([{ candidate: {} }]).success).toBe(false)
  })
})

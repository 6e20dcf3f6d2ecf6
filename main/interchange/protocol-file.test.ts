import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { loadProtocol, loadProtocols } from './protocol-file.ts'

const shipped = fileURLToPath(new URL('../../resources/protocols', import.meta.url))
const NAME = 'nct05106972.json'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobule-protocols-'))
  await cp(shipped, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function refusal(act: Promise<unknown>): Promise<ErrorPayload> {
  const error: unknown = await act.then(() => 'was not refused').catch((caught: unknown) => caught)
  if (error instanceof AppError) return error.payload
  throw error
}

/** Replaces one text in a copy of the shipped definition; the text must be there. */
async function plant(from: string, to: string): Promise<string> {
  const path = join(folder, NAME)
  const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
  if (!text.includes(from)) throw new Error(`nothing to break: ${from}`)
  await writeFile(path, text.replace(from, to))
  return path
}

describe('a protocol definition', () => {
  it('is loaded with the SHA-256 of its bytes', async () => {
    const bytes = await readFile(join(shipped, NAME))
    const protocol = await loadProtocol(join(shipped, NAME))
    expect(protocol.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(protocol.definition.id).toBe('NCT05106972')
  })

  it.each([
    [
      'an attribute that its subject does not have',
      '"attribute":"needsSplenectomy"',
      '"attribute":"splenectomy"',
      'criteria[10].condition.event.where[0].attribute',
      'hypersplenism has no attribute splenectomy',
    ],
    [
      'a value that an attribute never takes',
      '"attribute":"suitability","in":["unsuitable"]',
      '"attribute":"suitability","in":["unfit"]',
      'criteria[2].condition.of[0].where[0].in',
      'never takes the value unfit',
    ],
    [
      'a type that a subject does not have',
      '"types":["fungal"]',
      '"types":["fungus"]',
      'criteria[16].condition.of[1].cases.counts.event.types',
      'infection has no type fungus',
    ],
    [
      'a reading without a case for one of its alternatives',
      '"cases":{"control":"control","upper_limit":"upper_limit"}',
      '"cases":{"control":"control"}',
      'criteria[12].condition.quantity.against',
      'must have one case for each alternative of pt-reference: control, upper_limit',
    ],
    [
      'a reading that is not defined',
      '"reading":"peritonitis-when"',
      '"reading":"peritonitis"',
      'criteria[15].condition.when',
      'no reading peritonitis is defined',
    ],
    [
      'words that do not stand in the source',
      'PT prolongation is greater than 3 seconds',
      'PT prolongation is greater than 4 seconds',
      'criteria[12].quote.text',
      'these words do not stand in nct05106972.txt; quote them exactly',
    ],
    [
      'a quote from a source that is not listed',
      '"quote":{"source":"record","text":"Spontaneous peritonitis"}',
      '"quote":{"source":"memory","text":"Spontaneous peritonitis"}',
      'criteria[15].quote.source',
      'no source memory is listed',
    ],
    ['one id for two criteria', '"id":"e2"', '"id":"e1"', 'criteria[8].id', 'e1 stands twice'],
    [
      'a unit that the quantity is not measured in',
      '"limit":"3","unit":"s"',
      '"limit":"3","unit":"min"',
      'criteria[12].condition.unit',
      'not a unit of this quantity; use s',
    ],
    [
      'an impossible date',
      '"plannedCompletion":"2025-12-31"',
      '"plannedCompletion":"2025-12-32"',
      'record.plannedCompletion',
      'a day of the calendar from 1900 to 2099, such as 2026-11-14',
    ],
    [
      'an unknown field',
      '"masking":',
      '"blinding":',
      'design.blinding',
      'unknown field; remove it or correct its name',
    ],
    [
      'a visit with an assessment that is not listed',
      '"week":24,"assessments":["infusion"]',
      '"week":24,"assessments":["infusions"]',
      'visits[2].assessments',
      'no assessment infusions is listed',
    ],
    [
      'a kind of condition that does not exist',
      '"kind":"attestation"',
      '"kind":"expression"',
      'criteria[18].condition.kind',
      expect.stringContaining('attestation'),
    ],
  ])('with %s is refused at the place', async (_defect, from, to, path, message: unknown) => {
    const broken = await plant(from, to)
    const payload = await refusal(loadProtocol(broken))
    expect(payload).toMatchObject({ code: 'invalid_file', file: NAME })
    expect(payload).toHaveProperty('issues', expect.arrayContaining([{ path, message }]))
  })

  it('that is broken refuses the whole folder: nothing is half loaded', async () => {
    await plant('"id":"e2"', '"id":"e1"')
    expect(await refusal(loadProtocols(folder))).toMatchObject({ code: 'invalid_file', file: NAME })
  })

  it('is refused where the text that it quotes from is missing', async () => {
    await rm(join(folder, 'sources'), { recursive: true })
    expect(await refusal(loadProtocol(join(folder, NAME)))).toEqual({
      code: 'invalid_file',
      file: NAME,
      issues: [{ path: 'sources[0].file', message: 'nct05106972.txt is not in the folder sources' }],
    })
  })

  it('is refused where its source text is empty', async () => {
    await writeFile(join(folder, 'sources', 'nct05106972.txt'), '')
    const payload = await refusal(loadProtocol(join(folder, NAME)))
    expect(payload).toHaveProperty('issues[0].message', expect.stringContaining('do not stand in'))
  })

  it('is refused where another file of the folder defines the same protocol', async () => {
    await cp(join(folder, NAME), join(folder, 'z.json'))
    expect(await refusal(loadProtocols(folder))).toMatchObject({ file: 'z.json', issues: [{ path: 'id' }] })
  })
})

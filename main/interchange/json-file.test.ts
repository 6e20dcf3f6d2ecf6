import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { decodeText, parseAs, parseJson, readText } from './json-file.ts'
import { findJsonFault } from './json-scan.ts'

function refusal(act: () => unknown): ErrorPayload {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.payload
    throw error
  }
  throw new Error('was not refused')
}

const at = (path: string, message: string) => ({
  code: 'invalid_file',
  file: 'a.json',
  issues: [{ path, message }],
})

describe('a JSON text', () => {
  it.each([
    ['{"a": 1,\n "b" 2}', 'line 2, column 6', 'not JSON: expected a colon after the field name'],
    ['{"a": 1,}', 'line 1, column 9', 'not JSON: expected a field name in double quotes'],
    ["{'a': 1}", 'line 1, column 2', 'not JSON: expected a field name in double quotes or }'],
    ['[1 2]', 'line 1, column 4', 'not JSON: expected a comma or the closing bracket'],
    ['[1}', 'line 1, column 3', 'not JSON: expected a comma or the closing bracket'],
    ['[,]', 'line 1, column 2', 'not JSON: expected a value or ]'],
    ['[1,]', 'line 1, column 4', 'not JSON: expected a value'],
    ['[NaN]', 'line 1, column 2', 'not JSON: expected a value or ]'],
    ['{"a": 1} x', 'line 1, column 10', 'not JSON: expected the end of the file'],
    [
      '{"a": [1',
      'line 1, column 9',
      'not JSON: the file ends where a comma or the closing bracket should follow',
    ],
    [
      '{"a": "b',
      'line 1, column 7',
      'not JSON: expected a closing quote; a line break or \\ in a text is written \\n or \\\\',
    ],
    ['', 'line 1, column 1', 'not JSON: the file ends where a value should follow'],
    ['{"a": {"b": 1, "b": 2}}', 'line 1, column 16', 'the field b stands twice; remove one'],
    ['['.repeat(101), 'line 1, column 101', 'nested too deeply'],
  ])('that is %j is refused at %s', (text, path, message) => {
    expect(refusal(() => parseJson(text, '/somewhere/a.json'))).toEqual(at(path, message))
  })

  it('keeps its content out of the refusal', () => {
    expect(JSON.stringify(refusal(() => parseJson('{"name": "Li Hua" oops', 'a.json')))).not.toContain(
      'Li Hua',
    )
  })

  it('is accepted exactly where JSON.parse accepts it, and means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat({ max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJson(text, 'a.json')).toEqual(JSON.parse(text))
      }),
    )
  })

  it('is refused exactly where JSON.parse refuses it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\x"',
      '"\x7f\\u00e9"',
      '1',
      '01',
      '-',
      'true',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
        const text = parts.join('')
        const repeats = findJsonFault(text)?.message.includes('stands twice') === true
        expect(findJsonFault(text) === undefined || repeats).toBe(isJson(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('may begin with a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": 1}', 'a.json')).toEqual({ a: 1 })
  })

  it('is checked against its schema, and every wrong field is named at once', () => {
    const Schema = z.strictObject({ a: z.int(), b: z.strictObject({ c: z.string() }) })
    expect(refusal(() => parseAs(Schema, '{"a": "1", "b": {"d": 1}}', 'a.json'))).toEqual({
      code: 'invalid_file',
      file: 'a.json',
      issues: [
        { path: 'a', message: 'must be a number' },
        { path: 'b.c', message: 'is missing; give text' },
        { path: 'b.d', message: 'unknown field; remove it or correct its name' },
      ],
    })
  })
})

describe('reading a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lobule-json-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives its text byte for byte', async () => {
    await writeFile(join(folder, 'ok.json'), '\uFEFF{"名": 1}\r\n')
    expect(await readText(join(folder, 'ok.json'))).toBe('\uFEFF{"名": 1}\r\n')
  })

  it('that is missing, a folder, too large or not UTF-8 is refused, each in its own words', async () => {
    await writeFile(join(folder, 'large.json'), '')
    await truncate(join(folder, 'large.json'), 20 * 1024 * 1024 + 1)
    await writeFile(join(folder, 'latin.json'), Buffer.from([0x22, 0xe9, 0x22]))
    const refused = async (name: string) => {
      const error: unknown = await readText(join(folder, name)).catch((caught: unknown) => caught)
      return error instanceof AppError ? error.payload : error
    }
    const only = (file: string, message: string) => ({
      code: 'invalid_file',
      file,
      issues: [{ path: '', message }],
    })
    expect(await refused('none.json')).toEqual(only('none.json', 'does not exist'))
    expect(await refused('.')).toMatchObject({ issues: [{ message: 'is a folder; name a file' }] })
    expect(await refused('large.json')).toEqual(only('large.json', 'is larger than 20 MB; split it'))
    expect(await refused('latin.json')).toEqual(only('latin.json', 'is not UTF-8 text; save it as UTF-8'))
  })

  it('from a pipe is held to the same limits', () => {
    expect(refusal(() => decodeText(new Uint8Array(20 * 1024 * 1024 + 1), 'a.json'))).toEqual(
      at('', 'is larger than 20 MB; split it'),
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

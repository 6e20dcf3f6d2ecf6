import fc from 'fast-check'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { suggestMapping } from '#shared/core/imports/suggest-mapping.ts'
import { createSurvey } from '#shared/core/imports/survey.ts'
import { opened, saidOf } from '#test/support/opened-table.ts'
import { archive, STYLE, workbookFile, workbookParts } from '#test/support/workbook-file.ts'
import { fileFormatOf } from '../file-format.ts'

const ROWS = [
  ['筛选号', '采样时间', '项目代码', '项目名称', '结果', '单位', '参考区间'],
  ['S-001', '2026/11/14 08:30', 'ALT', '谷丙转氨酶', '38.5', 'U/L', '9-50'],
  ['S-001', '2026/11/14 08:30', 'PT', '凝血酶原时间, 秒', '13.6', '秒', '11.0-14.5'],
  ['S-002', '2026/11/15 07:55', 'HBVDNA', '乙肝病毒DNA', '<20', 'IU/mL', ''],
]
const CSV = ROWS.map(cells => cells.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join(
  '\r\n',
)

/** What becomes of bytes when they are handed over: read and mapped, or refused with words. Anything else is thrown. */
async function handedOver(bytes: Uint8Array): Promise<string> {
  return saidOf(async () => {
    const format = fileFormatOf(bytes, 'november.csv')
    if (format !== 'text' && format !== 'workbook') return
    const { columns, rows } = await opened(bytes, format)
    const survey = createSurvey('laboratory', columns)
    for (const row of rows) survey.add(row)
    suggestMapping(survey, {})
  })
}

const SEED = { numRuns: 200 }

describe.each([
  ['UTF-8', Buffer.from(CSV)],
  ['GB18030', iconv.encode(CSV, 'gb18030')],
  ['UTF-16', iconv.encode(CSV, 'utf-16le', { addBOM: true })],
])('a text in %s', (_name, whole) => {
  it('is read, or refused with words, wherever it is cut', async () => {
    for (let length = 0; length < whole.length; length += 1)
      expect(await handedOver(whole.subarray(0, length))).toMatch(/\w/)
  })

  it('is read, or refused with words, whatever bytes are changed', async () => {
    await fc.assert(
      fc.asyncProperty(changes(whole.length), async made => {
        expect(await handedOver(changed(whole, made))).toMatch(/\w/)
      }),
      SEED,
    )
  })
})

describe('a workbook', () => {
  let whole: Buffer
  beforeAll(async () => {
    const date = { number: '46340.354166666664', style: STYLE.dateTime }
    const rows = ROWS.map((cells, index) =>
      index === 0 ? cells : cells.with(1, '').map((cell, at) => (at === 1 ? date : cell)),
    )
    whole = await workbookFile([{ name: '十一月', rows }])
  })

  it('is refused with words wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async length => {
        const said = await handedOver(whole.subarray(0, length))
        // What is left of its first bytes is a short text, and nothing of a table.
        expect(length < 4 || said !== 'read').toBe(true)
      }),
      SEED,
    )
  })

  it('is read, or refused with words, whatever bytes are changed', async () => {
    await fc.assert(
      fc.asyncProperty(changes(whole.length), async made => {
        expect(await handedOver(changed(whole, made))).toMatch(/\w/)
      }),
      SEED,
    )
  })
})

describe('the parts of a workbook', () => {
  const parts = workbookParts([{ name: '十一月', rows: ROWS }])
  const names = Object.keys(parts)
  const pieces = [
    '',
    '<',
    '>',
    '"',
    '/>',
    '</row>',
    '<row r="9">',
    '<c r="ZZ9">',
    'r="0"',
    '&#0;',
    '&x;',
    '-1',
    'e',
  ]

  it('are read, or refused with words, whatever is put into them', async () => {
    const place = fc.tuple(fc.constantFrom(...names), fc.nat({ max: 4000 }), fc.nat({ max: 12 }))
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...pieces), async ([name, at, removed], piece) => {
        const text = parts[name] ?? ''
        const start = at % (text.length + 1)
        const made = text.slice(0, start) + piece + text.slice(start + removed)
        const bytes = await archive(Object.entries({ ...parts, [name]: made }))
        expect(await handedOver(bytes)).toMatch(/\w/)
      }),
      SEED,
    )
  })
})

it('any bytes are read, or refused with words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
      expect(await handedOver(bytes)).toMatch(/\w/)
    }),
    SEED,
  )
})

type Change = readonly [number, number]

function changes(length: number): fc.Arbitrary<readonly Change[]> {
  return fc.array(fc.tuple(fc.nat({ max: length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
}

function changed(whole: Uint8Array, made: readonly Change[]): Buffer {
  const bytes = Buffer.from(whole)
  for (const [at, byte] of made) bytes[at] = byte
  return bytes
}

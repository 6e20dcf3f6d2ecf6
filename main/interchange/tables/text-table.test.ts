import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { opened, saidOf } from '#test/support/opened-table.ts'

const CSV = '筛选号,采样日期,项目,结果\r\nS-1,2026-11-14,谷丙转氨酶,38\r\n'
const rows = [{ row: 2, cells: ['S-1', '2026-11-14', '谷丙转氨酶', '38'] }]

describe('the encoding', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${CSV}`), 'utf-8'],
    ['GB18030', iconv.encode(CSV, 'gb18030'), 'gb18030'],
    ['UTF-16LE', iconv.encode(CSV, 'utf-16le'), 'utf-16le'],
    ['UTF-16LE with its mark', iconv.encode(CSV, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16BE', iconv.encode(CSV, 'utf-16be'), 'utf-16be'],
    ['UTF-16BE with its mark', iconv.encode(CSV, 'utf-16be', { addBOM: true }), 'utf-16be'],
  ])('%s is told by the bytes', async (_name, bytes, encoding) => {
    expect(await opened(bytes)).toMatchObject({
      encoding,
      columns: ['筛选号', '采样日期', '项目', '结果'],
      rows,
    })
  })

  it('keeps characters that lie across the parts of a large file', async () => {
    const line = 'S-1,2026-11-14,谷丙转氨酶,38\r\n'
    const text = `筛选号,采样日期,项目,结果\r\n${line.repeat(20_000)}`
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
      const read = await opened(iconv.encode(text, encoding))
      expect(read.rows).toHaveLength(20_000)
      expect(new Set(read.rows.map(({ cells }) => cells.join()))).toEqual(new Set([line.trim()]))
    }
  })

  it('that was chosen is used, and refused where the bytes are none of it', async () => {
    const bytes = iconv.encode(CSV, 'gb18030')
    expect(await opened(bytes, 'text', { encoding: 'gb18030' })).toMatchObject({ rows })
    const said = await saidOf(() => opened(bytes, 'text', { encoding: 'utf-8' }))
    expect(said).toBe('is not in the encoding that was chosen; choose another')
  })

  it('is none in a text that was cut within a character', async () => {
    const bytes = Buffer.from('筛选号,项目\r\nS-1,谷丙')
    const said = 'ends in the middle of a character; export it again'
    expect(await saidOf(() => opened(bytes.subarray(0, -1)))).toBe(said)
    expect(await saidOf(() => opened(bytes.subarray(0, -2)))).toBe(said)
  })

  it.each([
    [
      'bytes of no encoding',
      Buffer.from([0x41, 0xff, 0xff, 0x2c, 0x0a]),
      'is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8',
    ],
    ['NUL characters', Buffer.from('a,b\n1,\0\n'), 'holds NUL characters: it is no text; export it again'],
  ])('%s are refused', async (_what, bytes, said) => {
    expect(await saidOf(() => opened(bytes))).toBe(said)
  })
})

describe('the delimiter', () => {
  it.each([
    [',', 'No,Date,Result\nS-1,2026-11-14,38\n'],
    [';', 'No;Date;Result\nS-1;14.11.2026;38,5\nS-2;14.11.2026;40,1\n'],
    ['\t', 'No\tDate\tResult, as printed\nS-1\t2026-11-14\t38\n'],
    [';', 'Results of November, all wards\nSubject;Result\nS-1;38,5\nS-2;40,1\n'],
    [',', 'No,Note\nS-1,"one; two; three"\nS-2,"one; two; three"\n'],
  ])('%j is told by the rows', async (delimiter, text) => {
    expect((await opened(Buffer.from(text))).delimiter).toBe(delimiter)
  })

  it('that was chosen is used', async () => {
    const read = await opened(Buffer.from('a,b;c\n1,2;3\n'), 'text', { delimiter: ';' })
    expect(read.columns).toEqual(['a,b', 'c'])
  })
})

describe('the row of the column names', () => {
  it('is the first in which names are known, whatever stands above it', async () => {
    const text = '某某医院检验科,2026年11月,共2条\n\n筛选号,采样日期,项目,结果\nS-1,2026-11-14,ALT,38\n'
    expect(await opened(Buffer.from(text))).toMatchObject({
      headerRow: 3,
      rows: [{ row: 4, cells: ['S-1', '2026-11-14', 'ALT', '38'] }],
    })
  })

  it('is the first with two cells where no name is known', async () => {
    expect((await opened(Buffer.from('title\nx,y\n1,2\n'))).headerRow).toBe(2)
  })

  it('that was chosen is used', async () => {
    const text = Buffer.from('筛选号,项目\nNr,Test\nS-1,ALT\n')
    const read = await opened(text, 'text', { headerRow: 2 })
    expect(read).toMatchObject({ columns: ['Nr', 'Test'], rows: [{ row: 3 }] })
    const said = 'has fewer rows than the row of the column names'
    expect(await saidOf(() => opened(text, 'text', { headerRow: 9 }))).toBe(said)
  })

  it.each([
    ['nothing but blank rows', '\n\n\n', 'the row of the column names is blank; choose another'],
    [
      'a name of 201 characters',
      `${'x'.repeat(201)},y\n1,2\n`,
      'has a column name of more than 200 characters',
    ],
    ['a million columns', ','.repeat(999_999), 'the row of the column names is blank; choose another'],
    ['501 columns', `${'x,'.repeat(500)}x\n`, 'has more than 500 columns; it is no table that is read here'],
  ])('is refused in %s', async (_what, text, said) => {
    expect(await saidOf(() => opened(Buffer.from(text)))).toBe(said)
  })
})

describe('rows', () => {
  it('are counted as a spreadsheet counts, blank ones too', async () => {
    const read = await opened(Buffer.from('No,Result\r\n\r\nS-1,38\rS-2,39\nS-3,40'))
    expect(read.rows).toEqual([
      { row: 2, cells: [''] },
      { row: 3, cells: ['S-1', '38'] },
      { row: 4, cells: ['S-2', '39'] },
      { row: 5, cells: ['S-3', '40'] },
    ])
  })

  it('may have cells with delimiters, quotation marks and line breaks in quotation marks', async () => {
    const read = await opened(Buffer.from('No,Note\n"S-1","said ""dizzy"",\nthen sat"\nS-2,x'))
    expect(read.rows).toEqual([
      { row: 2, cells: ['S-1', 'said "dizzy",\nthen sat'] },
      { row: 3, cells: ['S-2', 'x'] },
    ])
  })

  it('are read again from the first whenever they are asked for', async () => {
    const { openTable } = await import('./open-table.ts')
    const table = await openTable({ name: 'a.csv', bytes: Buffer.from(CSV), format: 'text' }, {})
    for (const _time of [1, 2]) {
      const read = []
      for await (const batch of table.rows()) read.push(...batch)
      expect(read).toEqual(rows)
    }
  })

  it('with a quotation mark that does not close are refused, with the line', async () => {
    const open = Buffer.from('No,Note\nS-1,x\nS-2,"y\nS-3,z\n')
    const after = Buffer.from('No,Note\nS-1,"x"y\n')
    expect(await saidOf(() => opened(open))).toMatch(/^line \d: has a quotation mark that is not closed/)
    expect(await saidOf(() => opened(after))).toMatch(/^line 2: has a quotation mark that is not closed/)
  })

  it.each([
    ['without', `No,Note\nS-1,${'x'.repeat(1_100_000)}\n`],
    ['in', `No,Note\nS-1,"${'x'.repeat(1_100_000)}"\n`],
    ['in unclosed', `No,Note\nS-1,"${'x,\n'.repeat(1_100_000)}`],
  ])('with a huge cell %s quotation marks are refused', async (_how, text) => {
    const said = 'has a row of more than 1000000 characters; it is no table'
    expect(await saidOf(() => opened(Buffer.from(text)))).toBe(said)
  })

  it('that are more than a spreadsheet has are refused', async () => {
    const bytes = Buffer.from(`No,Note\n${'\n'.repeat(1_100_000)}`)
    expect(await saidOf(() => opened(bytes))).toBe('has more than 1048576 rows; divide it')
  })

  it('are what was written, whatever the cells hold and whatever writes them', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a1 ,;"\t\n\r=-.甲乙'), maxLength: 8 })
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
    const ways = fc.constantFrom(',' as const, ';' as const, '\t' as const)
    const encodings = fc.constantFrom('utf-8' as const, 'gb18030' as const, 'utf-16le' as const)
    await fc.assert(
      fc.asyncProperty(table, ways, encodings, async (written, delimiter, encoding) => {
        const text = stringify([['A', 'B', 'C'], ...written], {
          delimiter,
          record_delimiter: 'windows',
          quoted_match: /[\r\n]/,
        })
        const read = await opened(iconv.encode(text, encoding), 'text', { delimiter, encoding, headerRow: 1 })
        expect(read.rows.map(({ cells }) => cells)).toEqual(written)
      }),
      { numRuns: 300 },
    )
  })

  it('without quotation marks are parted as csv-parse parts them', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,\n\r'), minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, async body => {
        const plain = await opened(Buffer.from(`A,B\n${body}`), 'text', { delimiter: ',', headerRow: 1 })
        const quoted = await opened(Buffer.from(`"A",B\n${body}`), 'text', { delimiter: ',', headerRow: 1 })
        expect(plain.rows).toEqual(quoted.rows)
      }),
      { numRuns: 500 },
    )
  })
})

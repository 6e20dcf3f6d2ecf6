import { describe, expect, it } from 'vitest'
import { opened, saidOf } from '#test/support/opened-table.ts'
import { archive, type MadeCell, STYLE, workbookFile, workbookParts } from '#test/support/workbook-file.ts'

const HEADER = ['筛选号', '采样日期', '项目', '结果']
const sheet = (...rows: (readonly MadeCell[])[]) => ({ name: '十一月', rows: [HEADER, ...rows] })
const one = (cell: MadeCell) => sheet(['S-1', '2026-11-14', 'ALT', cell])
const shown = async (cell: MadeCell) =>
  (await opened(await workbookFile([one(cell)]), 'workbook')).rows[0]?.cells[3]

const DAMAGED = 'is damaged or no workbook; save it as .xlsx again'

describe('a workbook', () => {
  it('is read as a table is, from its first sheet that is not hidden', async () => {
    const bytes = await workbookFile([
      { ...sheet(['X', 'X', 'X', 'X']), name: '说明', state: 'hidden' },
      sheet(['S-1', '2026-11-14', '谷丙转氨酶', { number: '38' }], [], ['S-2', null, 'ALT', null]),
    ])
    expect(await opened(bytes, 'workbook')).toEqual({
      encoding: null,
      delimiter: null,
      sheets: ['说明', '十一月'],
      sheet: '十一月',
      headerRow: 1,
      columns: HEADER,
      rows: [
        { row: 2, cells: ['S-1', '2026-11-14', '谷丙转氨酶', '38'] },
        { row: 3, cells: ['', '', '', ''] },
        { row: 4, cells: ['S-2', '', 'ALT', ''] },
      ],
    })
  })

  it('is read from the sheet that was chosen', async () => {
    const bytes = await workbookFile([one('1'), { ...one('2'), name: '十二月' }])
    const read = await opened(bytes, 'workbook', { sheet: '十二月' })
    expect(read).toMatchObject({ sheet: '十二月', rows: [{ cells: ['S-1', '2026-11-14', 'ALT', '2'] }] })
    const said = await saidOf(() => opened(bytes, 'workbook', { sheet: '一月' }))
    expect(said).toBe('has no sheet of this name; choose another')
  })

  it('may have rows above its column names', async () => {
    const bytes = await workbookFile([{ name: 'S', rows: [['某医院检验科'], [], HEADER, ['S-1']] }])
    expect(await opened(bytes, 'workbook')).toMatchObject({
      headerRow: 3,
      rows: [{ row: 4, cells: ['S-1', '', '', ''] }],
    })
  })
})

describe('a cell', () => {
  it.each<[string, MadeCell, string]>([
    ['a number', { number: '16.1' }, '16.1'],
    ['a number of 17 digits, of which 15 are shown', { number: '16.100000000000001' }, '16.1'],
    ['a sum that computers miss', { number: '0.30000000000000004' }, '0.3'],
    ['a large number', { number: '1.25E+9' }, '1250000000'],
    ['a small number', { number: '2.5E-3' }, '0.0025'],
    ['a number shown with two decimals', { number: '16.126', style: STYLE.decimals }, '16.126'],
    ['text', '<20', '<20'],
    ['text with blanks', ' 38 ', ' 38 '],
    ['text as printed', '16.10', '16.10'],
    ['a day', { number: '46340', style: STYLE.date }, '2026-11-14'],
    ['a day and time', { number: '46340.354166666664', style: STYLE.dateTime }, '2026-11-14 08:30:00'],
    ['a time', { number: '0.35416666666666669', style: STYLE.time }, '08:30:00'],
    ['percent', { number: '0.85', style: STYLE.percent }, '85'],
    ['percent of an own format', { number: '0.855', style: STYLE.ownPercent }, '85.5'],
    ['the last result of a formula', { xml: '<c r="PLACE"><f>1+1</f><v>2</v></c>' }, '2'],
    ['text of a formula', { xml: '<c r="PLACE" t="str"><f>A1</f><v>&lt;20</v></c>' }, '<20'],
    ['text in the cell', { xml: '<c r="PLACE" t="inlineStr"><is><t>阴性</t></is></c>' }, '阴性'],
    [
      'text in pieces',
      { xml: '<c r="PLACE" t="inlineStr"><is><r><t>1</t></r><r><t>0</t></r></is></c>' },
      '10',
    ],
    ['true', { xml: '<c r="PLACE" t="b"><v>1</v></c>' }, 'TRUE'],
    ['an error', { xml: '<c r="PLACE" t="e"><v>#DIV/0!</v></c>' }, '#DIV/0!'],
    ['an empty cell with a style', { xml: '<c r="PLACE" s="4"/>' }, ''],
  ])('with %s', async (_what, cell, text) => expect(await shown(cell)).toBe(text))

  it.each([
    ['puts a comparator before its number', '"<"0', '5 ["<"0]'],
    ['does so of small ones', '[<1]\\<0;0.0', '5 [[<1]\\<0;0.0]'],
    ['shows thousands as one', '#,##0,', '5 [#,##0,]'],
    ['parts thousands', '#,##0.00_ ;[Red]-#,##0.00', '5'],
    ['adds a unit', '0" U/L"', '5'],
    ['hides what is below one', '[<1]"-";0', '5'],
  ])('whose format %s is no other number than it shows', async (_what, code, text) => {
    const parts = workbookParts([one({ number: '5', style: STYLE.dateTime })])
    const quoted = code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    const styles = parts['xl/styles.xml']?.replace('yyyy/mm/dd hh:mm', quoted) ?? ''
    const bytes = await workbookFile([one({ number: '5', style: STYLE.dateTime })], {
      'xl/styles.xml': styles,
    })
    expect((await opened(bytes, 'workbook')).rows[0]?.cells[3]).toBe(text)
  })

  it('shows days of the calendar of 1904 where the workbook counts by it', async () => {
    const parts = workbookParts([one({ number: '44878', style: STYLE.date })])
    const book = parts['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? ''
    const bytes = await workbookFile([one({ number: '44878', style: STYLE.date })], {
      'xl/workbook.xml': book,
    })
    expect((await opened(bytes, 'workbook')).rows[0]?.cells[3]).toBe('2026-11-14')
  })
})

describe('a hostile or broken workbook is refused:', () => {
  const good = workbookParts([one({ number: '1' })])
  const sheetWith = (rows: string) =>
    good['xl/worksheets/sheet1.xml']?.replace(
      /<sheetData>.*<\/sheetData>/,
      `<sheetData>${rows}</sheetData>`,
    ) ?? ''
  const withPart = (name: string, text: string | null) =>
    workbookFile([one({ number: '1' })], { [name]: text })
  const withRows = (rows: string) => withPart('xl/worksheets/sheet1.xml', sheetWith(rows))
  const said = async (bytes: Promise<Buffer> | Buffer) => {
    const made = await bytes
    return saidOf(() => opened(made, 'workbook'))
  }

  it('one that unpacks to more than is taken in', async () => {
    const bomb = Buffer.alloc(140 * 1024 * 1024, ' ')
    const bytes = await archive([...Object.entries(good), ['xl/worksheets/sheet2.xml', bomb]])
    expect(bytes.length).toBeLessThan(1024 * 1024)
    expect(await said(bytes)).toBe('unpacks to more than 128 MB; divide it')
  })

  it('one that lies about what it unpacks to', async () => {
    const bytes = await archive([
      ...Object.entries(good),
      ['xl/worksheets/sheet2.xml', Buffer.alloc(5_000_000, ' ')],
    ])
    const lying = Buffer.from(bytes)
    for (const [signature, offset] of [
      ['504b0102', 24],
      ['504b0708', 12],
    ] as const) {
      const at = lying.lastIndexOf(Buffer.from(signature, 'hex'))
      if (at >= 0) lying.writeUInt32LE(1000, at + offset)
    }
    expect(await said(lying)).toBe(DAMAGED)
  })

  it('one with a byte changed', async () => {
    const bytes = await archive([['xl/workbook.xml', good['xl/workbook.xml'] ?? '']])
    const whole = await workbookFile([one({ number: '38' })])
    for (let at = 40; at < whole.length; at += 97) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const answer = await said(changed)
      // What is not read may change; what is read never gives another value.
      if (answer === 'read') expect((await opened(changed, 'workbook')).rows[0]?.cells[3]).toBe('38')
    }
    expect(await said(bytes)).toBe(DAMAGED)
  })

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY e "boom">]>'],
    ['an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'],
  ])('one with %s', async (_what, doctype) => {
    const text = good['xl/worksheets/sheet1.xml']?.replace('?>', `?>${doctype}`) ?? ''
    expect(await said(withPart('xl/worksheets/sheet1.xml', text))).toMatch(/has a document type/)
    const strings = good['xl/sharedStrings.xml']?.replace('?>', `?>${doctype}`) ?? ''
    expect(await said(withPart('xl/sharedStrings.xml', strings))).toMatch(/has a document type/)
  })

  it('one with a cell so far away that all memory lay between', async () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await said(withRows(far))).toMatch(/spreads over more than 5000000 cells/)
    const beyond = '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'
    expect(await said(withRows(beyond))).toMatch(/has a cell that is nowhere/)
    expect(await said(withRows('<row r="2"><c r="ZZZZ2"><v>1</v></c></row>'))).toMatch(/nowhere/)
    expect(await said(withRows('<row x:r="99999999" xmlns:x="y"><c><v>1</v></c></row>'))).toMatch(/nowhere/)
  })

  it('one with a huge cell', async () => {
    const cell = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`
    expect(await said(withRows(cell))).toMatch(/has a cell of more than 32767 characters/)
    const strings = good['xl/sharedStrings.xml']?.replace('筛选号', 'x'.repeat(40_000)) ?? ''
    expect(await said(withPart('xl/sharedStrings.xml', strings))).toMatch(/has a cell of more than 32767/)
  })

  it.each([
    [
      'no sheets',
      'xl/workbook.xml',
      good['xl/workbook.xml']?.replace(/<sheet .*?\/>/, '') ?? '',
      'is a workbook without a sheet',
    ],
    ['no workbook', 'xl/workbook.xml', null, DAMAGED],
    ['no relations', 'xl/_rels/workbook.xml.rels', null, DAMAGED],
    ['no sheet of that name inside', 'xl/worksheets/sheet1.xml', null, DAMAGED],
    ['a text that is not there', 'xl/sharedStrings.xml', null, DAMAGED],
    ['a style that is not there', 'xl/styles.xml', null, DAMAGED],
  ])('one with %s', async (_what, name, text, expected) => {
    expect(await said(withPart(name, text))).toBe(expected)
  })

  it.each([
    ['leads out of the archive', '../evil.xml'],
    ['is absolute', '/etc/evil.xml'],
    ['names a drive', 'C:/evil.xml'],
  ])('one with a part whose name %s', async (_what, name) => {
    const harmless = 'x'.repeat(name.length)
    const bytes = await archive([...Object.entries(good), [harmless, 'x']])
    const evil = Buffer.from(bytes.toString('latin1').replaceAll(harmless, name), 'latin1')
    expect(await said(evil)).toBe(DAMAGED)
  })

  it('one that has a part twice, or twice but for the case', async () => {
    const parts = Object.entries(good)
    const twice = 'has two parts of one name; save it as .xlsx again'
    expect(await said(archive([...parts, ['xl/styles.xml', 'x']]))).toBe(twice)
    expect(await said(archive([...parts, ['xl/Styles.xml', 'x']]))).toBe(twice)
  })

  it('one that is cut anywhere', async () => {
    const bytes = await workbookFile([one({ number: '38' })])
    for (let length = 0; length < bytes.length; length += 53)
      expect(await said(bytes.subarray(0, length))).toBe(DAMAGED)
  })
})

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { saidOf } from '#test/support/opened-table.ts'
import { workbookFile } from '#test/support/workbook-file.ts'
import { fileFormatOf } from './file-format.ts'

const said = (bytes: Uint8Array) => saidOf(() => fileFormatOf(bytes, 'results.xlsx'))

describe('what a file is', () => {
  it.each([
    ['a table', Buffer.from('筛选号,结果\n'), 'text'],
    ['a table in GB18030', iconv.encode('筛选号,结果\n', 'gb18030'), 'text'],
    ['a table in UTF-16', iconv.encode('筛选号,结果\n', 'utf-16le', { addBOM: true }), 'text'],
    ['a FHIR Bundle', Buffer.from('\uFEFF \n{"resourceType":"Bundle"}'), 'fhir'],
    ['an ODM file', Buffer.from('<?xml version="1.0"?>\n<ODM/>'), 'odm'],
  ])('is told by its content: %s', (_what, bytes, format) => {
    expect(fileFormatOf(bytes, 'any.name')).toBe(format)
  })

  it('is told by its content: a workbook', async () => {
    expect(fileFormatOf(await workbookFile([{ name: 'S', rows: [['x']] }]), 'x.csv')).toBe('workbook')
  })

  it.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.xlsx without one/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /certified copy/],
    ['a photograph', Buffer.from('ffd8ffe0', 'hex'), /certified copy/],
    ['a screenshot', Buffer.from('89504e470d0a1a0a', 'hex'), /certified copy/],
    ['a web page', Buffer.from('<html><table>'), /is a web page/],
    ['a table of a web page', Buffer.from('<table><tr>'), /is a web page/],
  ])('is refused with what to do: %s', async (_what, bytes, words) =>
    expect(await said(bytes)).toMatch(words),
  )
})

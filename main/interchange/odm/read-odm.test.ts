import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { bytesOf, conducted, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import { odmFiles } from './odm-files.ts'
import { readOdm } from './read-odm.ts'

const weight = { kind: 'body_weight', on: '2026-11-08', kg: '60.5' }
const facts = [...history('f-1', weight, { ...weight, kg: '61' }), ...history('f-2', weight, null)]
const bytes = bytesOf(odmFiles(siteOf([namedSubject(facts, conducted)])))
const xml = Buffer.from(bytes).toString()

/** Reads all of a file, and gives the refusal where it is refused; anything else that is thrown fails the test. */
function refusal(file: Uint8Array): ErrorPayload | undefined {
  try {
    const reading = readOdm(file, 'odm.xml')
    for (const _ of reading.rows());
    for (const _ of reading.subjects());
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.payload
    throw error
  }
}

function messageOf(text: string | Uint8Array): string {
  const payload = refusal(typeof text === 'string' ? Buffer.from(text) : text)
  return payload?.code === 'invalid_file' ? (payload.issues[0]?.message ?? '') : ''
}

const billion = `<!DOCTYPE ODM [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`

describe('a reader of ODM files', () => {
  it.each([
    ['entities that grow', xml.replace('<ODM', `${billion}<ODM`), 'has a document type'],
    [
      'a file outside',
      xml.replace('<ODM', '<!DOCTYPE ODM SYSTEM "file:///etc/passwd"><ODM'),
      'has a document type',
    ],
    ['an unknown entity', xml.replace('Value="60.5"', 'Value="&x;"'), 'is not well-formed XML'],
    ['another encoding', xml.replace('encoding="UTF-8"', 'encoding="GB18030"'), 'is not UTF-8'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([bytes.subarray(0, 5000), Buffer.from([0xff, 0xfe])]),
      'is not UTF-8 text',
    ],
    ['UTF-16', Buffer.from(xml, 'utf16le'), 'is not'],
    ['a NUL', xml.replace('Value="60.5"', 'Value="\u0000"'), 'is not well-formed XML'],
    ['a lack of its end', xml.slice(0, -20), 'is not well-formed XML'],
    ['too many levels', xml.replace('<Study ', `${'<x:y>'.repeat(100)}<Study `), 'is nested too deeply'],
    ['nothing', '', 'is not well-formed XML'],
    ['other XML', '<html/>', 'is no ODM file'],
    ['another system’s metadata', xml.replaceAll('MDV.LOBULE.1', 'MDV.OTHER'), 'was not written by Lobule'],
    [
      'a number that is none',
      xml.replace('Value="60.5"', 'Value="60,5"'),
      'I.body_weight.kg is not written as float',
    ],
    [
      'a time that is none',
      xml
        .replace('Value="60.5"', 'Value="1"')
        .replace('>2026-11-10T09:00:00+08:00<', '>2026-13-45T09:00:00+08:00<'),
      'is no date and time',
    ],
  ])('refuses %s', (_what, file, message) => {
    expect(messageOf(file)).toContain(message)
  })

  it('says in which line, and repeats nothing of the file', () => {
    const payload = refusal(Buffer.from(xml.replace('Value="60.5"', 'Value="LI HUA"')))
    expect(payload).toMatchObject({
      file: 'odm.xml',
      issues: [{ path: expect.stringMatching(/^line \d+$/) as unknown }],
    })
    expect(JSON.stringify(payload)).not.toContain('LI HUA')
  })

  it('refuses one row for a value that no chart takes, and the whole for all versions', () => {
    const odd = Buffer.from(xml.replace('Value="61"', 'Value="-61"'))
    expect([...readOdm(odd, 'odm.xml').rows()][0]).toMatchObject({
      refusal: { code: 'invalid', column: 'kg' },
    })
    expect(messageOf(odd)).toContain('must not be negative')
  })

  it('reads a cell of ten megabytes as what it is: too long', () => {
    const note = history('f-1', { kind: 'medical_history', term: 'x' })
    const long = Buffer.from(bytesOf(odmFiles(siteOf([namedSubject(note)]))))
      .toString()
      .replace(
        'I.medical_history.term" Value="x"',
        `I.medical_history.term" Value="${'x'.repeat(10_000_000)}"`,
      )
    expect(messageOf(long)).toContain('is longer than 200')
  })

  it('answers or refuses wherever a file is cut or flipped, and never anything else', () => {
    const start = xml.indexOf('<AdminData>')
    const inData = fc.nat({ max: bytes.length - start - 1 }).map(offset => start + offset)
    const place = fc.oneof(inData, fc.nat({ max: bytes.length - 1 }))
    fc.assert(
      fc.property(place, fc.option(fc.nat({ max: 255 })), (offset, byte) => {
        const broken = Buffer.from(bytes)
        if (byte !== null) broken[offset] = byte
        const code = refusal(byte === null ? broken.subarray(0, offset) : broken)?.code
        // A byte that became another may still say something that can be; what is cut never does.
        expect(byte === null ? code : (code ?? 'invalid_file')).toBe('invalid_file')
      }),
      { numRuns: 60 },
    )
  })
})

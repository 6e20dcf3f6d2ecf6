import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesIn } from '#test/support/exported.ts'
import { zipped } from '#test/support/signed-export.ts'
import { packFile, unpacked } from './pack.ts'

const chunk = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }))

describe('a file that waits until it leaves', () => {
  it('is what was written, byte by byte, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(chunk), async chunks => {
        const whole = Buffer.concat(chunks.map(part => Buffer.from(part)))
        const packed = await packFile({ path: 'a', mediaType: 'text/plain', chunks })
        expect(Buffer.concat(await unpacked(packed).toArray()).equals(whole)).toBe(true)
        expect(packed).toMatchObject({ bytes: whole.length, sha256: hash('sha256', whole, 'hex') })
      }),
    )
  })

  it('takes little room, and lets others be heard while it is written', async () => {
    let pauses = 0
    const rows = function* () {
      for (let row = 0; row < 100_000; row += 1) yield `${row},谷丙转氨酶,38,U/L\r\n`
    }
    const file = { path: 'long.csv', mediaType: 'text/csv', chunks: rows() }
    const packed = await packFile(file, async () => {
      pauses += 1
    })
    expect(packed.pieces.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(packed.bytes / 5)
    expect(pauses).toBeGreaterThan(5)
  })

  it('is given up where the work is stopped', async () => {
    const endless = function* () {
      for (;;) yield 'x'.repeat(1000)
    }
    const stopped = packFile({ path: 'a', mediaType: 'text/plain', chunks: endless() }, async () => {
      throw new Error('stopped')
    })
    await expect(stopped).rejects.toThrow('stopped')
  })
})

describe('a ZIP', () => {
  const files = { 'wide.csv': '编号,值\r\n', 'notes/说明.txt': '文本', empty: '' }

  it('holds what was put into it, by names in every language', async () => {
    const read = await filesIn(await zipped(files))
    expect(Object.fromEntries([...read].map(([path, content]) => [path, String(content)]))).toEqual(files)
  })

  it('of the same files and day has the same bytes', async () => {
    expect((await zipped(files)).equals(await zipped(files))).toBe(true)
  })
})

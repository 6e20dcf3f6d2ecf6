import { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { columnsOf, paintFor } from './terminal.ts'

const pipe = () => new Writable({ write: (_chunk, _encoding, done) => done() })
/** As many colours as Node finds for a terminal that knows some; what else runs this test (`CI`) does not count. */
const getColorDepth = () => {
  const { NO_COLOR } = process.env
  return WriteStream.prototype.getColorDepth({ TERM: 'xterm-256color', ...(NO_COLOR && { NO_COLOR }) })
}
const screen = () => Object.assign(pipe(), { isTTY: true, columns: 132, getColorDepth })

afterEach(() => vi.unstubAllEnvs())

describe('paint', () => {
  it.each([
    ['colours a terminal', screen(), undefined, true],
    ['leaves a pipe plain', pipe(), undefined, false],
    ['heeds NO_COLOR', screen(), '1', false],
  ])('%s', (_what, output, noColor, coloured) => {
    vi.stubEnv('FORCE_COLOR', undefined)
    vi.stubEnv('NO_COLOR', noColor)
    expect(paintFor(output)('red', 'violated')).toBe(coloured ? '\u001b[31mviolated\u001b[39m' : 'violated')
  })
})

it('fills a terminal, a pipe to 100 columns, and never less than can be read', () => {
  expect(columnsOf(screen())).toBe(132)
  expect(columnsOf(pipe())).toBe(100)
  expect(columnsOf(Object.assign(pipe(), { columns: 20 }))).toBe(60)
})

import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { memoryTerminal } from '#test/support/command-line.ts'
import { readPassword } from './password.ts'

/** A terminal whose keyboard is played by the test; remembers whether it echoes. */
function keyboard() {
  const { terminal, written } = memoryTerminal()
  const raw: boolean[] = []
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) })
  return { terminal: { ...terminal, stdin }, stdin, raw, written }
}

describe('a password typed on the terminal', () => {
  it('is not echoed, and the echo comes back afterwards', async () => {
    const { terminal, stdin, raw, written } = keyboard()
    const typed = readPassword(undefined, terminal)
    stdin.write('Winter sun 冬\r')
    expect(await typed).toBe('Winter sun 冬')
    expect(raw).toEqual([true, false])
    expect(written.err).toBe('Password: \n')
  })

  it('can be corrected, whole characters at a time', async () => {
    const { terminal, stdin } = keyboard()
    const typed = readPassword(undefined, terminal)
    stdin.write('abc冬')
    stdin.write('\u007f\bd')
    stdin.write('\r')
    expect(await typed).toBe('abd')
  })

  it('can be interrupted, and the echo comes back', async () => {
    const { terminal, stdin, raw } = keyboard()
    const typed = readPassword(undefined, terminal)
    stdin.write('half\u0003')
    await expect(typed).rejects.toThrow('interrupted')
    expect(raw).toEqual([true, false])
  })
})

describe('a password from a file descriptor', () => {
  it('is its first line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lobule-password-'))
    const file = join(folder, 'password')
    writeFileSync(file, 'Winter sun 冬\r\nnot this\n')
    const descriptor = openSync(file, 'r')
    const { terminal } = memoryTerminal()
    expect(await readPassword(String(descriptor), terminal)).toBe('Winter sun 冬')
    closeSync(descriptor)
    rmSync(folder, { recursive: true })
  })

  it.each([['997'], ['-1'], ['secret']])('is refused where %s cannot be read', async descriptor => {
    const { terminal } = memoryTerminal()
    expect(() => readPassword(descriptor, terminal)).toThrow('--password-fd')
  })
})

it('is not asked for where there is no terminal', () => {
  const { terminal } = memoryTerminal()
  expect(() => readPassword(undefined, terminal)).toThrow('--password-fd N')
})

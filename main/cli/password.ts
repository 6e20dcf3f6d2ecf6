import { readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { type Option, UsageError } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Longer than any password that the engine takes. */
const MAXIMUM_BYTES = 4096

/** Where a password may come from beside the terminal; never the arguments, which other users can read. */
export const passwordOption = {
  type: 'string',
  value: 'N',
  help: 'read the password from file descriptor N instead of the terminal; through npm from 0 only',
} as const satisfies Option

/**
 * The password, from a file descriptor or typed without echo. The bytes are zeroed; the text that the engine needs
 * cannot be, and lives until it is collected.
 */
export function readPassword(
  descriptor: string | undefined,
  terminal: Pick<Terminal, 'stdin' | 'stderr'>,
): Promise<string> {
  if (descriptor !== undefined) return Promise.resolve(passwordFrom(descriptor))
  if (terminal.stdin.isTTY) return typedPassword(terminal)
  throw new UsageError('there is no terminal to type the password; give --password-fd N')
}

function passwordFrom(descriptor: string): string {
  if (!/^\d{1,5}$/.test(descriptor)) throw new UsageError('--password-fd: the number of a file descriptor')
  const bytes = Buffer.alloc(MAXIMUM_BYTES)
  try {
    let length = 0
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = readSync(Number(descriptor), bytes, length, bytes.length - length, null)
    }
    return firstLine(bytes.subarray(0, length))
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new UsageError(`--password-fd: ${descriptor} cannot be read (through npm only 0 can)`, {
        cause: error,
      })
    }
    throw error
  } finally {
    bytes.fill(0)
  }
}

function firstLine(bytes: Buffer): string {
  const end = bytes.indexOf('\n')
  const line = new StringDecoder('utf8').end(end < 0 ? bytes : bytes.subarray(0, end))
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

const KEYS = { interrupt: 3, end: 4, backspace: 8, newline: 10, enter: 13, space: 32, delete: 127 }

function typedPassword({ stdin, stderr }: Pick<Terminal, 'stdin' | 'stderr'>): Promise<string> {
  const typed = Buffer.alloc(MAXIMUM_BYTES)
  stderr.write('Password: ')
  stdin.setRawMode?.(true)
  return new Promise<string>((resolve, reject) => {
    let length = 0
    const onData = (chunk: Buffer) => {
      for (const byte of chunk) {
        if (byte === KEYS.enter || byte === KEYS.newline || byte === KEYS.end) {
          finish()
          resolve(typed.toString('utf8', 0, length))
        } else if (byte === KEYS.interrupt) {
          finish()
          reject(new UsageError('interrupted'))
        } else if (byte === KEYS.backspace || byte === KEYS.delete) length = lastStart(typed, length)
        else if (byte >= KEYS.space && length < typed.length) typed[length++] = byte
      }
      chunk.fill(0)
    }
    const finish = () => {
      stdin.off('data', onData)
      stdin.pause()
      stdin.setRawMode?.(false)
      stderr.write('\n')
    }
    stdin.on('data', onData)
  }).finally(() => typed.fill(0))
}

/** Where the last character begins: bytes 10xxxxxx continue one. */
function lastStart(bytes: Buffer, length: number): number {
  let start = Math.max(0, length - 1)
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1
  return start
}

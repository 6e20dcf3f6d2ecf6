import { createHash } from 'node:crypto'
import { AppError } from '#shared/api/errors.ts'

// Crockford's base 32: no I, L, O or U, so that a printed key reads back without doubt.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 32
const KEY_DIGITS = Math.ceil((KEY_BYTES * 8) / 5)
const GROUP = 4

/** The recovery key as printed: groups of four, the last of them a checksum. */
export function formatRecoveryKey(bytes: Uint8Array): string {
  const digits = encode(bytes) + checksum(bytes)
  return (digits.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
}

/**
 * The bytes of a typed recovery key, in any case and spacing, with O for 0 and I or L for 1. Throws `invalid_input`
 * that says whether it is incomplete or mistyped, before any slow derivation.
 */
export function parseRecoveryKey(text: string): Buffer {
  const digits = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const wrong = [...digits].find(digit => !ALPHABET.includes(digit))
  if (wrong !== undefined)
    throw refused('holds a character that no recovery key has; compare it with the print')
  if (digits.length !== KEY_DIGITS + GROUP) {
    const groups = (KEY_DIGITS + GROUP) / GROUP
    throw refused(`must be ${groups} groups of ${GROUP}; this has ${digits.length} characters`)
  }
  const bytes = decode(digits.slice(0, KEY_DIGITS))
  if (bytes !== undefined && checksum(bytes) === digits.slice(KEY_DIGITS)) return bytes
  throw refused('was mistyped: its last group does not match the others; compare it with the print')
}

function encode(bytes: Uint8Array): string {
  let digits = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      digits += ALPHABET[(held >> bits) & 31]
    }
  }
  return bits === 0 ? digits : digits + ALPHABET[(held << (5 - bits)) & 31]
}

/** Undefined where the unused bits of the last digit are not zero: no printed key has that. */
function decode(digits: string): Buffer | undefined {
  const bytes = Buffer.alloc(KEY_BYTES)
  let length = 0
  let bits = 0
  let held = 0
  for (const digit of digits) {
    held = ((held << 5) | ALPHABET.indexOf(digit)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

function checksum(bytes: Uint8Array): string {
  const hash = createHash('sha256').update('lobule-recovery-key|').update(bytes).digest()
  return encode(hash.subarray(0, 3)).slice(0, GROUP)
}

function refused(message: string): AppError {
  return new AppError({ code: 'invalid_input', issues: [{ path: 'recoveryKey', message }] })
}

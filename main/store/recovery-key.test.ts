import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts'

const keyBytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

function refusal(text: string): string {
  try {
    parseRecoveryKey(text)
  } catch (error) {
    if (error instanceof AppError && error.payload.code === 'invalid_input') {
      return error.payload.issues.map(({ message }) => message).join()
    }
  }
  return 'accepted'
}

describe('[B3] a recovery key', () => {
  it('is 14 groups of four without I, L, O or U', () => {
    const text = formatRecoveryKey(new Uint8Array(32).fill(255))
    expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('reads back as printed', () => {
    fc.assert(
      fc.property(keyBytes, bytes => {
        expect(new Uint8Array(parseRecoveryKey(formatRecoveryKey(bytes)))).toEqual(bytes)
      }),
    )
  })

  it('reads back in lower case, without dashes, in full width, with O for 0 and I or L for 1', () => {
    const bytes = new Uint8Array(32).fill(0x08).fill(0x42, 16)
    const printed = formatRecoveryKey(bytes)
    const wide = printed.replaceAll(/[0-9A-Z]/g, digit =>
      String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
    )
    expect(printed).toMatch(/[01]/)
    for (const typed of [
      printed.toLowerCase(),
      printed.replaceAll('-', ''),
      printed.replaceAll('-', '  '),
      ` ${printed} `,
      wide,
      printed.replaceAll('0', 'O').replaceAll('1', 'l'),
      printed.replaceAll('0', 'o').replaceAll('1', 'I'),
    ]) {
      expect(new Uint8Array(parseRecoveryKey(typed)), typed).toEqual(bytes)
    }
  })

  it('tells any one wrong digit and any two swapped ones from the printed key', () => {
    const property = fc.property(keyBytes, fc.nat(54), fc.nat(30), (bytes, at, step) => {
      const digits = formatRecoveryKey(bytes).replaceAll('-', '')
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const other = alphabet[(alphabet.indexOf(digits.charAt(at)) + step + 1) % 32]
      const mistyped = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`
      const swapped = `${digits.slice(0, at)}${digits.charAt(at + 1)}${digits.charAt(at)}${digits.slice(at + 2)}`
      expect(refusal(mistyped)).toContain('mistyped')
      if (swapped !== digits) expect(refusal(swapped)).toContain('mistyped')
    })
    fc.assert(property, { seed: 20_261_122 })
  })

  it('says what is wrong with one that is incomplete or holds a foreign character', () => {
    const printed = formatRecoveryKey(new Uint8Array(32))
    expect(refusal(printed.slice(0, -5))).toContain('14 groups of 4; this has 52 characters')
    expect(refusal(printed.replace('0', 'U'))).toContain('character that no recovery key has')
    expect(refusal('')).toContain('this has 0 characters')
  })
})

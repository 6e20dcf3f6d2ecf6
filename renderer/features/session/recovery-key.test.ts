import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, parseRecoveryKey } from '#main/store/recovery-key.ts'
import { compareWithKey, GROUPS, typedGroups } from './recovery-key.ts'

const key = formatRecoveryKey(new Uint8Array(32).fill(0x08).fill(0x42, 16))

describe('a recovery key that is typed back', () => {
  it.each([
    ['as printed', key],
    ['in lower case with spaces', key.toLowerCase().replaceAll('-', '  ')],
    ['without a gap', key.replaceAll('-', '')],
    ['with O for 0 and l for 1', key.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('%s is the same, for the page as for the engine', (_how, typed) => {
    expect(compareWithKey(typed, key)).toEqual({ state: 'same' })
    expect(parseRecoveryKey(typed)).toEqual(parseRecoveryKey(key))
  })

  it('is compared group by group while it is typed', () => {
    const groups = key.split('-')
    expect(groups).toHaveLength(GROUPS)
    expect(compareWithKey('', key)).toEqual({ state: 'so_far', groups: 0 })
    expect(compareWithKey(`${groups[0]} ${groups[1]?.slice(0, 2)}`, key)).toEqual({
      state: 'so_far',
      groups: 1,
    })
    expect(compareWithKey(`${groups[0]} UU`, key)).toEqual({ state: 'different', group: 2 })
    expect(compareWithKey(`${key} 0000`, key)).toEqual({ state: 'too_long' })
    expect(typedGroups(`${key} 00`).at(-1)).toBe('00')
  })
})

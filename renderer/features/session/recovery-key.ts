/** Groups of four in a recovery key. */
export const GROUPS = 14

/**
 * What was typed, in groups of four: in any case and spacing, with O for 0 and I or L for 1, as the engine reads it.
 * The last group may be short.
 */
export function typedGroups(text: string): string[] {
  const digits = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return digits.match(/.{1,4}/gu) ?? []
}

/** How what was typed compares with the key that was shown. */
export type Comparison =
  | { readonly state: 'same' }
  | { readonly state: 'so_far'; readonly groups: number }
  | { readonly state: 'different'; readonly group: number }
  | { readonly state: 'too_long' }

/** Compares as far as was typed; a group is told as different as soon as one of its characters is. */
export function compareWithKey(typed: string, shown: string): Comparison {
  const expected = typedGroups(shown)
  const groups = typedGroups(typed)
  const wrong = groups.findIndex((group, index) => !(expected[index] ?? group).startsWith(group))
  if (wrong >= 0) return { state: 'different', group: wrong + 1 }
  if (groups.length > expected.length) return { state: 'too_long' }
  const whole = groups.filter((group, index) => group === expected[index]).length
  return whole === expected.length ? { state: 'same' } : { state: 'so_far', groups: whole }
}

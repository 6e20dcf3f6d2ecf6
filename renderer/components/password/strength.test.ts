import { describe, expect, it } from 'vitest'
import { estimateStrength } from './strength.ts'

const known = ['chen', 'Chen Wei', 'Invented Hospital, Hepatology']

describe('the strength of a password', () => {
  it.each([
    ['123456789012', 'very_weak'],
    ['aaaaaaaaaaaaa', 'very_weak'],
    ['qwertyuiopasdf', 'very_weak'],
    ['inventedhospital', 'very_weak'],
    ['correct horse battery staple', 'strong'],
  ] as const)('%s is %s', async (password, level) => {
    expect((await estimateStrength(password, known)).level).toBe(level)
  })

  it('counts what a guesser knows of the site', async () => {
    const stranger = await estimateStrength('hepatology 2026', [])
    const knowing = await estimateStrength('hepatology 2026', known)
    expect([stranger.time, knowing.time]).toEqual(['decades', 'minutes'])
  })
})

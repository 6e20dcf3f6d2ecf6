import { describe, expect, it } from 'vitest'
import { sampleFiles, textOf } from '#test/support/command-line.ts'
import { spawnLobule } from '#test/support/spawn-lobule.ts'

describe('the lobule process', () => {
  it('screens what it reads from its input, without colours into a pipe', async () => {
    const facts = textOf(sampleFiles.candidate('tr-002-albumin-and-birthday'))
    const args = ['screen', '--facts', '-', '--readings', sampleFiles.readings]
    const { code, out, err } = await spawnLobule(args, { 0: facts })
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('2026-12-06 – 2027-03-13')
    expect(out).not.toContain('\u001b')
  })

  it('ends with 1 where it refuses and with 2 where it is called wrongly', async () => {
    const refused = await spawnLobule(['screen', '--facts', '-'], { 0: '{' })
    expect([refused.code, refused.out]).toEqual([1, ''])
    const wrong = await spawnLobule(['screen'])
    expect([wrong.code, wrong.out]).toEqual([2, ''])
  })
})

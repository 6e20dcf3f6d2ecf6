import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonOf, lobule } from '#test/support/command-line.ts'

const albi = {
  id: 'a',
  calc: 'albi',
  inputs: { bilirubin: 15, bilirubin_unit: 'umol/L', albumin_g_L: 40 },
}
const rucam = { id: 7, calc: 'rucam_category', inputs: { total: 9 } }

function answers(out: string): unknown[] {
  return out
    .split('\n')
    .filter(line => line !== '')
    .map(jsonOf)
}

describe('score', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-score-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([[[]], [['-']]])(
    'answers each line of standard input in order, blank lines aside (%j)',
    async args => {
      const stdin = `\uFEFF${JSON.stringify(albi)}\n\n${JSON.stringify(rucam)}`
      const { code, out } = await lobule(['score', ...args], { stdin })
      expect(answers(out)).toMatchObject([
        { id: 'a', calc: 'albi', result: { score_2dp: -2.62, grade: 1 } },
        { id: 7, calc: 'rucam_category', result: { category: 'highly probable' } },
      ])
      expect(code).toBe(0)
    },
  )

  it('answers the lines of a file', async () => {
    const file = join(folder, 'lines.jsonl')
    writeFileSync(file, `${JSON.stringify({ ...albi, source: 'clinic' })}\r\n`)
    const { code, out } = await lobule(['score', file])
    expect(answers(out)).toMatchObject([{ id: 'a', result: { grade: 1 } }])
    expect(code).toBe(0)
  })

  it('does not stop at a line in error, names the field, and says by its exit code that there was one', async () => {
    const without = { ...albi, inputs: { bilirubin: 15, bilirubin_unit: 'umol/L', albumin_g_L: null } }
    const stdin = [
      JSON.stringify(without),
      '{"id": "b", "calc": "albi"',
      '[]',
      JSON.stringify({ ...albi, calc: 'constructor' }),
      JSON.stringify({ calc: 'albi', inputs: {} }),
      JSON.stringify({ id: 'c', calc: 'albi', inputs: 5 }),
      JSON.stringify(rucam),
    ].join('\n')
    const { code, out } = await lobule(['score'], { stdin })
    expect(answers(out)).toMatchObject([
      { id: 'a', calc: 'albi', error: { field: 'albumin_g_L', message: 'is missing' } },
      { id: null, calc: null, error: { field: 'line' } },
      { id: null, calc: null, error: { field: 'line' } },
      { id: 'a', calc: 'constructor', error: { field: 'calc' } },
      { id: null, calc: 'albi', error: { field: 'id' } },
      { id: 'c', calc: 'albi', error: { field: 'inputs' } },
      { id: 7, result: { category: 'highly probable' } },
    ])
    expect(code).toBe(1)
  })

  it('refuses a file that is not there, and words too many', async () => {
    const { code, err } = await lobule(['score', join(folder, 'none.jsonl')])
    expect([code, err]).toEqual([1, expect.stringContaining('none.jsonl')])
    expect((await lobule(['score', 'a', 'b'])).code).toBe(2)
  })
})

import { hash, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '#shared/core/ids.ts'
import { manifestOver } from '#test/support/signed-export.ts'
import { trailFindings } from './trail.ts'

type Line = Record<string, unknown> & { readonly hash: string; readonly entry: string }

/** A trail of five entries, the third of which is a full name. */
function trail(): Line[] {
  const lines: Line[] = []
  for (let seq = 1; seq <= 5; seq += 1) {
    const entry = JSON.stringify(
      seq === 3
        ? { seq, field: 'fullName', newValue: '王小明' }
        : { seq, action: 'fact.record', newValue: seq },
    )
    const previousHash = lines.at(-1)?.hash ?? '0'.repeat(64)
    lines.push({ seq, entry, previousHash, hash: hash('sha256', `${previousHash}\n${entry}`) })
  }
  return lines
}

/** The same as it leaves the store: without the full name, and without what would confirm a guess of it. */
function withoutName([
  first,
  second,
  ,
  { previousHash: _before, ...fourth } = {},
  fifth,
]: readonly Partial<Line>[]) {
  const named = { seq: 3, withheld: 'full name', entry: JSON.stringify({ seq: 3, field: 'fullName' }) }
  return [first, second, named, fourth, fifth]
}

async function found(lines: readonly unknown[]) {
  const bytes = new TextEncoder().encode(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  const files = new Map([['audit-trail.jsonl', { path: 'audit-trail.jsonl', read: async () => bytes }]])
  const signed = { seq: 5, hash: Sha256.parse(trail()[4]?.hash) }
  return trailFindings(files, { ...manifestOver({}), trail: signed }, { subtle: webcrypto.subtle })
}
const codes = async (lines: readonly unknown[]) => (await found(lines)).map(({ code }) => code)

describe('the trail of an exported dossier', () => {
  it('is whole where each entry follows the one before, up to the one that was signed', async () => {
    expect(await codes(trail())).toEqual(['trail_holds'])
    expect(await codes(trail().slice(0, 4))).toEqual(['trail_broken'])
  })

  it('says how many entries nobody can check because a full name is withheld', async () => {
    const [finding] = await found(withoutName(trail()))
    expect(finding?.code).toBe('trail_holds')
    expect(finding?.text.en).toContain('1 of them are full names')
  })

  it.each([
    ['has no hash', (line: Line) => ({ seq: line['seq'], entry: '{"seq":2,"made":"up"}' })],
    ['has no hash before it', ({ previousHash: _gone, ...line }: Line) => line],
    [
      'says that a name is withheld, and is none',
      (line: Line) => ({ seq: line['seq'], withheld: 'full name', entry: '{"action":"fact.record"}' }),
    ],
  ])('is broken where an entry %s', async (_what, change) => {
    const lines = trail().map((line, place) => (place === 1 ? change(line) : line))
    expect(await codes(lines)).toEqual(['trail_broken'])
  })
})

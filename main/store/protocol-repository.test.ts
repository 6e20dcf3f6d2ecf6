import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ProtocolId } from '#shared/core/ids.ts'
import { newStore } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'
import {
  currentReadingChoices,
  currentSiteCriteria,
  insertReadingChoices,
  insertSiteCriteria,
  readingChoicesHistory,
  siteCriteriaHistory,
} from './protocol-repository.ts'

const PROTOCOL = ProtocolId.parse('NCT07413549')
const OTHER = ProtocolId.parse('NCT05106972')
const ENTRY = { enteredAt: ENTERED, authorId: AUTHOR }

const TEXT = `{
  "schema": "lobule.criteria/1", "protocol": "NCT07413549", "protocolVersion": "2.0", "approvedOn": "2026-01-05",
  "criteria": [{
    "id": "sex", "label": "I1", "side": "inclusion", "concept": "sex",
    "title": { "en": "Women", "zh-CN": "女性" },
    "quote": { "source": "approved-protocol", "text": "Women" },
    "condition": { "kind": "sex", "is": "female" }
  }],
  "readings": []
}
`

describe('a site’s criteria', () => {
  it('are kept byte for byte with their hash, version by version', () => {
    const { db } = newStore()
    expect(currentSiteCriteria(db, PROTOCOL)).toBeUndefined()
    const sha256 = insertSiteCriteria(db, PROTOCOL, { ...ENTRY, version: 1, text: TEXT })
    expect(sha256).toBe(createHash('sha256').update(TEXT).digest('hex'))
    const second = TEXT.replace('"2.0"', '"2.1"')
    insertSiteCriteria(db, PROTOCOL, { ...ENTRY, version: 2, text: second, reason: 'amendment' })
    expect(currentSiteCriteria(db, PROTOCOL)).toMatchObject({
      version: 2,
      text: second,
      reason: 'amendment',
      criteria: { protocolVersion: '2.1' },
    })
    expect(siteCriteriaHistory(db, PROTOCOL).map(({ version, text }) => [version, text])).toEqual([
      [2, second],
      [1, TEXT],
    ])
    expect(currentSiteCriteria(db, OTHER)).toBeUndefined()
  })

  it('are changed only on the version that was seen, with a reason', () => {
    const { db } = newStore()
    insertSiteCriteria(db, PROTOCOL, { ...ENTRY, version: 1, text: TEXT })
    expect(() => insertSiteCriteria(db, PROTOCOL, { ...ENTRY, version: 1, text: TEXT })).toThrow(
      'stale_version',
    )
    expect(() => insertSiteCriteria(db, PROTOCOL, { ...ENTRY, version: 2, text: TEXT })).toThrow('CHECK')
  })
})

describe('a site’s readings', () => {
  it('are kept as whole choices, newest first', () => {
    const { db } = newStore()
    insertReadingChoices(db, OTHER, { ...ENTRY, version: 1, choices: { age: 'birthday' } })
    const second = {
      ...ENTRY,
      version: 2,
      choices: { age: 'day-after', weeks: 'within' },
      reason: 'asked the sponsor',
    }
    insertReadingChoices(db, OTHER, second)
    expect(currentReadingChoices(db, OTHER)).toEqual(second)
    expect(readingChoicesHistory(db, OTHER).map(({ version }) => version)).toEqual([2, 1])
    expect(() => insertReadingChoices(db, OTHER, second)).toThrow('stale_version')
    expect(currentReadingChoices(db, PROTOCOL)).toBeUndefined()
  })
})

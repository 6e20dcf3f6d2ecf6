import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '../civil-date.ts'
import { evidenceOf } from '../eligibility/describe.ts'
import { FactId, UserId } from '../ids.ts'
import { FactContent } from './content.ts'
import { listWords } from './list-words.ts'

const described = (content: unknown) =>
  evidenceOf({
    id: FactId.parse('fact-1'),
    version: 1,
    enteredAt: OffsetDateTime.parse('2026-03-02T12:00:00+08:00'),
    author: UserId.parse('user-1'),
    source: { kind: 'typed' },
    content: FactContent.parse(content),
  }).text

describe('a fact with lists in it', () => {
  it('says when an infusion was interrupted, and why', () => {
    const { en, 'zh-CN': zh } = described({
      kind: 'dose',
      protocol: 'NCT07413549',
      number: 1,
      from: '2026-03-02T09:30:00+08:00',
      interruptions: [
        { from: '2026-03-02T09:50:00+08:00', to: '2026-03-02T10:05:00+08:00', reason: 'chills' },
        { from: '2026-03-02T10:20:00+08:00', reason: 'fever' },
      ],
    })
    expect(en).toContain(
      'interruptions 2026-03-02 09:50 – 2026-03-02 10:05 (chills); 2026-03-02 10:20 – … (fever)',
    )
    expect(zh).toContain('中断：2026-03-02 09:50 – 2026-03-02 10:05（chills）；')
  })

  it('says until when a patient was watched as it was charted, to the minute', () => {
    const { en } = described({
      kind: 'dose',
      protocol: 'NCT07413549',
      number: 1,
      from: '2026-03-02T09:30:00+08:00',
      watchedUntil: '2026-03-02T14:22:00+08:00',
    })
    expect(en).toContain('watched until 2026-03-02 14:22)')
  })

  it('says every answer of a checklist, with its note', () => {
    const { en, 'zh-CN': zh } = described({
      kind: 'dose_checklist',
      on: '2026-03-02',
      protocol: 'NCT07413549',
      number: 2,
      version: 3,
      answers: [
        { item: 'no-fever', answer: 'yes' },
        { item: 'platelets', answer: 'no', note: 'repeat' },
      ],
    })
    expect(en).toContain('no-fever: yes; platelets: no (repeat)')
    expect(zh).toContain('no-fever：是；platelets：否（repeat）')
  })

  it('says what of a visit was not done and why, and what is awaited', () => {
    const { en } = described({
      kind: 'visit',
      protocol: 'NCT07413549',
      visit: 'week-4',
      from: '2026-03-30',
      status: 'done',
      notDone: [{ assessment: 'che', reason: 'clotted' }],
      awaited: ['hbv-dna', 'pta'],
    })
    expect(en).toContain('not done che (clotted)')
    expect(en).toContain('results awaited hbv-dna; pta')
  })

  it('leaves to others what is no list', () => {
    expect(listWords('givenCells', '100000000')).toBeUndefined()
  })
})

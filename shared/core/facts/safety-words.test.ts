import { describe, expect, it } from 'vitest'
import { factOf } from '#test/support/chart-builder.ts'
import { eventContent, judgement } from '#test/support/safety-charts.ts'
import { describeFact } from '../eligibility/describe.ts'

const said = (content: object) => describeFact(factOf('f', content).content)
const event = { kind: 'adverse_event', term: 'fever', grades: [] }

describe('a fact about safety in words', () => {
  it.each([
    [{ ctcae: 'anemia' }, 'CTCAE term Anemia', 'CTCAE术语：贫血'],
    [{ organClass: 'cardiac_disorders' }, 'Cardiac disorders', '心脏器官疾病'],
    [
      { meddra: { code: '10037660', term: 'Pyrexia' } },
      'MedDRA 10037660 Pyrexia',
      'MedDRA：10037660 Pyrexia',
    ],
    [
      {
        grades: [
          { grade: 1, from: '2026-11-10' },
          { grade: 3, from: '2026-11-11T08:00:00+08:00' },
        ],
      },
      'grades 1 from 2026-11-10; 3 from 2026-11-11 08:00',
      '分级：1级（2026-11-10 起）；3级（2026-11-11 08:00 起）',
    ],
    [{ expectedness: { answer: 'expected', reference: 'IB 3.0' } }, 'expected (IB 3.0)', '预期（IB 3.0）'],
    [
      { aware: { at: '2026-11-11T08:00:00+08:00', by: 'Zhou' } },
      '2026-11-11 08:00 (Zhou)',
      '2026-11-11 08:00（Zhou）',
    ],
    [
      { followUps: [{ on: '2026-11-12', text: 'well' }] },
      'follow-up 2026-11-12: well',
      '随访信息：2026-11-12：well',
    ],
    [
      { answers: [{ question: 'not_graded', reason: 'no letter' }] },
      'questions answered Which CTCAE grade does the event have? (no letter)',
      '对疑问的答复：事件的 CTCAE 分级是几级？（no letter）',
    ],
  ])('says of an event %j', (more, en, zh) => {
    const words = said({ ...event, ...more })
    expect(words.en).toContain(en)
    expect(words['zh-CN']).toContain(zh)
  })

  it('keeps the term of an event as it was reported, even where it reads like a code', () => {
    expect(said({ ...event, term: 'fever' })['zh-CN']).toContain('术语：fever')
  })

  it('says the category with every criterion answered, and each item of RUCAM', () => {
    const none = { course: null, riskFactors: 0, concomitant: 0, alternativeCauses: 0 }
    const items = { onset: 2, ...none, previousHepatotoxicity: 0, rechallenge: 0 }
    const { en, 'zh-CN': zh } = said(judgement({ rucam: { injury: 'hepatocellular', items } }))
    expect(en).toContain('WHO-UMC possible (Time relation to the administration: reasonable; ')
    expect(zh).toContain('RUCAM：肝细胞损伤型（发病时间：2；停药后的病程：不适用；')
  })

  it('says to whom a report went, and which file', () => {
    const sent = { sha256: 'a'.repeat(64) }
    const { en, 'zh-CN': zh } = said({
      ...{ kind: 'safety_report', on: '2026-11-12T08:00:00+08:00', event: 'f-1', to: 'sponsor', sent },
      ...{ stage: 'initial', recipient: 'X', how: 'fax', receivedAt: '2026-11-12T09:00:00+08:00' },
    })
    expect(en).toMatch(
      /^safety report \(reported to sponsor, .*SHA-256 a{64}, received at 2026-11-12 09:00\)$/,
    )
    expect(zh).toContain('报告对象：申办者')
  })

  it('holds no code, no name of another fact and nothing unsaid', () => {
    const assessed = { kind: 'result_assessment', on: '2026-11-12', result: 'f-9', ground: 'haemolysis' }
    const all = [
      eventContent({ result: 'f-9', reportedBy: 'laboratory', action: 'none' }),
      judgement(),
      { ...assessed, term: 'anemia', significance: 'not_significant' },
      {
        kind: 'pregnancy',
        from: '2026-11',
        protocol: 'NCT05106972',
        outcome: 'live_birth',
        outcomeOn: '2026-11',
      },
      {
        kind: 'unblinding',
        on: '2026-11',
        protocol: 'NCT05106972',
        reason: 'r',
        requestedBy: 'a',
        performedBy: 'b',
      },
    ].map(said)
    expect(all.flatMap(words => [words.en, words['zh-CN']]).join('\n')).not.toMatch(
      /\[object|undefined|f-9|f000|\w_\w/,
    )
  })
})

import { expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { PatientId } from '#shared/core/ids.ts'
import { createGate } from './gate.ts'
import { collectSummaries, type SummaryBatch } from './summaries.ts'

const on = CivilDate.parse('2026-11-24')

function batch(ids: readonly string[], settles: number, version = 1): SummaryBatch {
  const text = { en: 'enter the sex', 'zh-CN': '录入性别' }
  const item = {
    key: 'sex',
    text,
    ask: { what: 'sex' as const },
    settles,
    concerns: settles,
    criteria: ['NCT1 I1'],
  }
  const summaries = ids.map(id => ({ patientId: PatientId.parse(id), version, answers: [] }))
  return { on, summaries, missing: settles > 0 ? [item] : [] }
}

it('adds up what several batches miss', () => {
  const collected = collectSummaries({ total: 3, before: undefined })
  collected.add(batch(['a', 'b'], 2))
  expect(collected.soFar()).toMatchObject({ done: 2, total: 3 })
  collected.add(batch(['c'], 1))
  const all = collected.soFar()
  expect(all.done).toBe(3)
  expect(all.missing.get('sex')).toMatchObject({ settles: 3, concerns: 3, criteria: ['NCT1 I1'] })
})

it('keeps what an earlier run said until this one says otherwise, and its sums until this one is complete', () => {
  const earlier = collectSummaries({ total: 2, before: undefined })
  earlier.add(batch(['a', 'b'], 5))
  const collected = collectSummaries({ total: 2, before: earlier.soFar() })
  collected.add(batch(['a'], 0, 2))
  const half = collected.soFar()
  expect([half.byPatient.get('a')?.version, half.byPatient.get('b')?.version]).toEqual([2, 1])
  expect(half.missing.get('sex')?.settles).toBe(5)
  collected.add(batch(['b'], 0, 2))
  expect(collected.soFar().missing.size).toBe(0)
})

it('holds work while it is closed, and lets it go when it opens or is called off', async () => {
  const gate = createGate()
  const calledOff = new AbortController()
  const passed: string[] = []
  const pass = async (name: string, signal: AbortSignal) => {
    await gate.passage(signal)
    passed.push(name)
  }
  await pass('before', calledOff.signal)
  gate.close()
  const first = pass('resumed', calledOff.signal)
  await Promise.resolve()
  expect(passed).toEqual(['before'])
  gate.open()
  await first
  gate.close()
  const second = pass('called off', calledOff.signal)
  calledOff.abort()
  await second
  expect(passed).toEqual(['before', 'resumed', 'called off'])
})

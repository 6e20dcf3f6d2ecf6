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
  const collected = collectSummaries(3)
  collected.add(batch(['a', 'b'], 2))
  expect(collected.soFar()).toMatchObject({ done: 2, total: 3 })
  collected.add(batch(['c'], 1))
  const all = collected.soFar()
  expect(all.done).toBe(3)
  expect(all.missing.get('sex')).toMatchObject({ settles: 3, concerns: 3, criteria: ['NCT1 I1'] })
})

it('says nothing of a candidate before this run has', () => {
  const collected = collectSummaries(2)
  collected.add(batch(['a'], 0, 2))
  expect([...collected.soFar().byPatient.keys()]).toEqual(['a'])
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

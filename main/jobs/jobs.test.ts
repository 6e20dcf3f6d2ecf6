import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '#shared/api/events.ts'
import { createJobs } from './jobs.ts'

const ID = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a001'

describe('long work', () => {
  it('says how far it is, the last step always, and lets others be heard in between', async () => {
    const heard: EngineEvent[] = []
    let now = 0
    const jobs = createJobs(
      event => heard.push(event),
      () => true,
      () => now,
    )
    let others = 0
    const answer = await jobs.run(ID, async job => {
      for (let done = 1; done <= 10; done += 1) {
        now += 30
        setImmediate(() => (others += 1))
        await job.step('reading', done, 10)
      }
      return 'read'
    })
    expect(answer).toBe('read')
    expect(others).toBeGreaterThan(5)
    expect(heard.at(-1)).toEqual({ event: 'progress', job: ID, stage: 'reading', done: 10, total: 10 })
    expect(heard.length).toBeLessThan(10)
  })

  it('stops where it is told to, and is forgotten then', async () => {
    const jobs = createJobs(
      () => undefined,
      () => true,
    )
    const work = jobs.run(ID, async job => {
      expect(jobs.cancel(ID)).toBe(true)
      await job.step('checking', 1, 2)
    })
    await expect(work).rejects.toMatchObject({ payload: { code: 'cancelled' } })
    expect(jobs.cancel(ID)).toBe(false)
  })

  it('ends with the session', async () => {
    const jobs = createJobs(
      () => undefined,
      () => false,
    )
    await expect(jobs.run(ID, job => job.step('writing', 1, 2))).rejects.toMatchObject({
      payload: { code: 'locked' },
    })
  })
})

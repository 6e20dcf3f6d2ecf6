import { expect, it } from 'vitest'
import { restartPolicy } from './restart-policy.ts'

it('waits longer each time and gives up at the sixth end within a minute', () => {
  const policy = restartPolicy()
  const waits = [0, 1, 2, 3, 4, 5].map(second => policy.next(second * 1000))
  expect(waits).toEqual([100, 200, 400, 800, 1600, undefined])
})

it('forgets ends that are a minute old, and all of them when asked to try again', () => {
  const policy = restartPolicy()
  policy.next(0)
  expect(policy.next(30_000)).toBe(200)
  expect(policy.next(75_000)).toBe(200)
  policy.forget()
  expect(policy.next(75_001)).toBe(100)
})

import { expect, it } from 'vitest'
import { failureReport } from './failure.ts'

it('[S1] keeps the place of a bug and nothing that its message quotes', () => {
  const inner = new RangeError('王小明 is out of range\n    at 王小明')
  const error = new TypeError('cannot read 1966-03-14', { cause: inner })
  const report = failureReport(error, 'facts.record', 'r-1')
  expect(report).toMatchObject({ reference: 'r-1', where: 'facts.record', name: 'TypeError' })
  expect(report.frames[0]).toContain('failure.test.ts')
  expect(report.frames.some(frame => frame.startsWith('caused: at '))).toBe(true)
  expect(JSON.stringify(report)).not.toMatch(/王小明|1966/)
})

it('keeps the code of a system error', () => {
  const error = Object.assign(new Error('disk full'), { code: 'ENOSPC' })
  expect(failureReport(error, 'site.create', 'r-2').code).toBe('ENOSPC')
})

it('describes what is not an error by its type alone', () => {
  expect(failureReport('王小明', 'x.y', 'r-3')).toEqual({
    reference: 'r-3',
    where: 'x.y',
    name: 'string',
    frames: [],
  })
})

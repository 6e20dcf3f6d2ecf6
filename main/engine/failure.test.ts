import { describe, expect, it } from 'vitest'
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

describe('[S1] keeps no line of a message', () => {
  const message = 'row\n    at 王小明 (/ward/李四.csv:3:7)\n    at /ward/李四.csv:4:1\n  at 王小明'
  const frame = '    at record (file:///app/main/facts.ts:12:5)'
  const framesOf = (stack: string, change: object = {}) => {
    const error = Object.assign(new RangeError(message), { stack }, change)
    return failureReport(error, 'facts.record', 'r-1').frames
  }

  it.each([
    ['the name was given later', `Error: ${message}\n${frame}`],
    ['a code stands before it', `RangeError [ERR_X]: ${message}\n${frame}`],
    ['it stands alone', `${message}\n${frame}`],
    ['it stands twice', `RangeError: ${message}\n${message}\n${frame}`],
    ['something is inserted', `RangeError: ${message.replace('row', 'row 7')}\n${frame}`],
  ])('where %s', (_what, stack) => {
    expect(framesOf(stack)).toEqual([frame.trim()])
  })

  it('where it was replaced after the stack was written, unless a line is a whole frame', () => {
    const stack = `RangeError: row\n  at 王小明\n  at 王小明:1:2\n  at 李四 (bed 7:1:2)\n${frame}`
    expect(framesOf(stack, { message: 'other' })).toEqual([frame.trim()])
  })
})

it('knows frames of every kind that has a place', () => {
  const frames = [
    'at file:///app/main/engine.ts:1:2',
    'at async Object.handle (/app/main/engine.ts:1:2)',
    'at new Site (C:\\lobule (1)\\main\\engine.ts:1:2)',
    'at node:internal/main/run_main:1:2',
  ]
  const stack = ['Error: x', ...frames, 'at async Promise.all (index 0)', 'at <anonymous>'].join('\n    ')
  expect(failureReport(Object.assign(new Error('x'), { stack }), 'x.y', 'r-1').frames).toEqual(frames)
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

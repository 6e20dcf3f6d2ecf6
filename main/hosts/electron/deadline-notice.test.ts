import { expect, it } from 'vitest'
import { deadlineNotice } from './deadline-notice.ts'
import { menuWords } from './menu-words.ts'

const deadlines = { running: 3, dueSoon: 2, overdue: 1, noStart: 0 }

it('a deadline that is due soon is said with bare numbers, in the language of the window', () => {
  const announced = { event: 'deadlines', now: 'due_soon', deadlines } as const
  expect(deadlineNotice(announced, menuWords.en)).toEqual({
    title: 'A safety report is due soon',
    body: 'Due soon: 2 · Overdue: 1',
  })
  expect(deadlineNotice(announced, menuWords['zh-CN'])).toEqual({
    title: '安全性报告即将到期',
    body: '即将到期：2 · 已逾期：1',
  })
})

it('one that has passed is said as such, and one that cannot run counts with it', () => {
  const passed = { event: 'deadlines', now: 'overdue', deadlines: { ...deadlines, noStart: 1 } } as const
  expect(deadlineNotice(passed, menuWords.en)).toEqual({
    title: 'The deadline of a safety report has passed',
    body: 'Due soon: 2 · Overdue: 2',
  })
})

import { expect, it } from 'vitest'
import { ageText } from './age-text.ts'

const NOW = '2026-11-30T10:00:00.000Z'

it.each([
  ['2026-11-30T17:59:30+08:00', 'just now', '刚刚'],
  ['2026-11-30T17:45:00+08:00', '15 minutes ago', '15分钟前'],
  ['2026-11-30T16:30:00+08:00', '1 hour ago', '1小时前'],
  ['2026-11-29T11:00:00+08:00', '1 day ago', '1天前'],
  ['2026-10-30T18:00:00+08:00', '31 days ago', '31天前'],
  // The clock was moved back meanwhile.
  ['2026-12-01T00:00:00Z', 'just now', '刚刚'],
])('%s is said as %s', (since, english, chinese) => {
  expect(ageText(since, NOW, 'en')).toBe(english)
  expect(ageText(since, NOW, 'zh-CN')).toBe(chinese)
})

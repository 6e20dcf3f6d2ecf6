import { describe, expect, it } from 'vitest'
import { startI18n } from '../../i18n/i18n.ts'
import { keptText, limitName } from './backup-words.ts'

const texts = await startI18n('en')
const en = { t: texts.getFixedT('en', 'backups'), language: 'en' } as const
const zh = { t: texts.getFixedT('zh-CN', 'backups'), language: 'zh-CN' } as const

describe('what is said of backups', () => {
  it('names how many are kept, and leaves out what none is kept of', () => {
    expect(keptText({ days: 7, weeks: 4, months: 6 }, en)).toBe(
      'The latest of each of the last 7 days, 4 weeks and 6 months; the last good one always',
    )
    expect(keptText({ days: 1, weeks: 0, months: 0 }, en)).toMatch(/^The latest of each of the last 1 day;/)
    expect(keptText({ days: 7, weeks: 4, months: 0 }, zh)).toBe(
      '最近 7 天每天、4 周每周的最后一份；上次有效备份始终保留',
    )
  })

  it('takes a week for too long where no schedule says otherwise', () => {
    expect([limitName(4), limitName(null), limitName(undefined)]).toEqual(['fourHours', 'week', 'week'])
  })
})

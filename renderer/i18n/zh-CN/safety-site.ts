/** Words of the clocks, of a site's safety overview and of what it rests on. */
export const safetySite = {
  between: ' · ',
  duration: {
    moment: '不足1分钟',
    minutes: '{{minutes}}分钟',
    hours: '{{hours}}小时',
    hoursMinutes: '{{hours}}小时{{minutes}}分钟',
    days: '{{days}}天',
    daysHours: '{{days}}天{{hours}}小时',
  },
  clock: {
    of: '{{whom}}：{{how}}',
    kind: { sponsor: '申办者', ethics_committee: '伦理委员会', follow_up: '随访报告' },
    state: {
      no_start: '缺少获知时间，无法计时',
      running: '计时中',
      due_soon: '即将到期',
      overdue: '已逾期',
      met: '按时上报',
      met_late: '逾期上报',
    },
    left: '剩余{{time}}',
    overdueBy: '逾期{{time}}',
    metAt: '{{time}} 上报',
    dueAt: '截止 {{time}}',
    from: '自 {{time}} 起算',
    allowed: '时限{{time}}',
    preset: '预设值，中心尚未确认',
    added: '本机时钟曾被回拨，已计入{{time}}',
    lateReason: '逾期原因：{{reason}}',
  },
} as const

/** Words of the clocks, of a site's safety overview and of what it rests on. */
export const safetySite = {
  between: ' · ',
  duration: {
    moment: 'less than 1 min',
    minutes: '{{minutes}} min',
    hours: '{{hours}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    days: '{{days}} d',
    daysHours: '{{days}} d {{hours}} h',
  },
  clock: {
    of: '{{whom}}: {{how}}',
    kind: { sponsor: 'Sponsor', ethics_committee: 'Ethics committee', follow_up: 'Follow-up' },
    state: {
      no_start: 'no moment of awareness, cannot run',
      running: 'runs',
      due_soon: 'due soon',
      overdue: 'overdue',
      met: 'reported in time',
      met_late: 'reported late',
    },
    left: '{{time}} left',
    overdueBy: 'overdue by {{time}}',
    metAt: 'reported {{time}}',
    dueAt: 'due {{time}}',
    from: 'counted from {{time}}',
    allowed: '{{time}} allowed',
    preset: 'preset, not confirmed by the site',
    added: 'computer’s clock was set back: {{time}} counted',
    lateReason: 'late because: {{reason}}',
  },
} as const

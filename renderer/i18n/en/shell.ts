export const shell = {
  starting: 'Starting…',
  engineDown: 'The engine stopped and is being started again',
  engineDownHint:
    'Everything that was saved is safe. Unlock again in a moment; what you were typing was kept.',
  searchHint: 'Candidate or command',
  changePassword: 'Change password',
  role: {
    principal_investigator: 'Principal investigator',
    sub_investigator: 'Sub-investigator',
    coordinator: 'Coordinator',
    monitor: 'Monitor',
    administrator: 'Administrator',
  },
  rail: {
    label: 'Areas',
    candidates: 'Candidates',
    protocols: 'Protocols',
    settings: 'Settings',
    about: 'About',
    privacy: 'Privacy',
    privacyOn: 'Privacy on',
    lock: 'Lock',
  },
  commands: {
    palette: 'Search',
    candidates: 'Candidates',
    'new-candidate': 'Add a candidate',
    protocols: 'Protocols',
    settings: 'Settings',
    about: 'About Lobule',
    privacy: 'Privacy mode on or off',
    lock: 'Lock',
    shortcuts: 'Keyboard shortcuts',
  },
  palette: {
    candidates: 'Candidates',
    commands: 'Commands',
    nothing: 'Nothing has this name',
  },
  lockingSoon_one: 'Lobule locks in {{count}} second',
  lockingSoon_other: 'Lobule locks in {{count}} seconds',
  lockingSoonHint: 'What you typed is kept.',
  stay: 'Stay',
  welcome: {
    seen: 'Seen',
    title: 'Since your last visit',
    failedAttempts_one:
      '{{count}} failed attempt to log in under your name. If it was not you, tell your administrator.',
    failedAttempts_other:
      '{{count}} failed attempts to log in under your name. If it was not you, tell your administrator.',
    finding: {
      trail_anchor_missing: 'The note of the audit trail’s end, kept beside the database, is missing.',
      trail_does_not_match_anchor:
        'The audit trail does not end where it ended last time. An older copy may have been put back.',
      security_log_altered: 'The log of failed attempts was altered outside Lobule.',
      clock_moved_back: 'The clock of this computer shows an earlier time than the last entry.',
    },
    whatToDo: 'It stands in the audit trail. Before you go on, tell the principal investigator.',
  },
  draft: {
    offer: 'You began {{what}} and did not save it ({{at}}).',
    offerFor: 'You began {{what}} for {{who}} and did not save it ({{at}}).',
    continue: 'Continue',
    discard: 'Discard',
    form: {
      'new-candidate': 'a new candidate',
      'laboratory-report': 'a laboratory report',
      fact: 'an entry',
      'amend-candidate': 'a change of the candidate’s data',
    },
  },
} as const

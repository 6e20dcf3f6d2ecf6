export const shell = {
  starting: 'Starting…',
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
    work: 'To do',
    safety: 'Safety',
    documents: 'Documents',
    imports: 'Imports',
    exports: 'Exports',
    inspection: 'Inspection',
    trail: 'Trail',
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
    work: 'Work list',
    deviations: 'Protocol deviations',
    safety: 'Safety',
    documents: 'Documents',
    imports: 'Imports: results from files',
    exports: 'Exports: data that leave the site',
    inspection: 'Inspection: look at the record, read only',
    trail: 'Audit trail',
    backups: 'Backups: make one, see how they stand',
    'back-up': 'Back up now',
    verify: 'Verify a file',
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
    titleNote: 'What happened to the store',
    finding: {
      trail_anchor_missing:
        'The note of the audit trail’s end, kept beside the database, is missing: somebody removed it, or put back files without it.',
      trail_does_not_match_anchor:
        'The audit trail does not end where it ended last time. An older copy of the database may have been put back.',
      security_log_altered: 'The log of failed attempts was altered outside Lobule.',
      clock_moved_back: 'The clock of this computer shows an earlier time than the last entry.',
      backup_is_ahead:
        'A backup of this store knows entries that this store does not have: an older store was put back.',
      store_restored: 'A backup was restored. What was entered after it was made is not in this store.',
      rekeying_broke_off: 'Giving the store another key broke off. Nothing was changed: the old key holds.',
      rekeying_completed: 'Giving the store another key broke off at its end and was completed now.',
      store_migrated:
        'The store was brought to this version of Lobule. A backup was made and verified before, and lies beside the store.',
    },
    todo: {
      trail_anchor_missing: 'Verify the trail, and tell the principal investigator before you go on.',
      trail_does_not_match_anchor:
        'Verify the trail, compare with the last backup, and tell the principal investigator before you go on.',
      security_log_altered: 'Tell the principal investigator: somebody may have tried passwords.',
      clock_moved_back:
        'Set the clock right before you chart anything; the trail marks what is entered meanwhile.',
      backup_is_ahead:
        'Chart nothing yet. Tell the principal investigator: that backup can be restored from the unlock screen.',
      store_restored:
        'Enter again, from the source, what was charted since. The replaced store lies beside this one.',
      rekeying_broke_off: 'The principal investigator begins it again, under Backups.',
      rekeying_completed:
        'Whoever did not type a password for it needs a first password from an administrator.',
      store_migrated: 'There is nothing to do.',
    },
    recorded: 'It stands in the audit trail.',
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
      causality: 'a judgement of causality',
    },
  },
} as const

export const restore = {
  way: 'Restore a backup…',
  title: 'Restore a backup',
  intro:
    'Nothing is replaced before you confirm it at the end, and the store of now is kept aside even then.',
  found: {
    title: 'Backups that were found',
    none: 'No backup was found on this computer. If it lies on a stick or another disk, plug it in and look again, or choose the file below.',
    folder: 'Backup folder: {{folder}}',
    again: 'Look again',
    made: 'Made',
    entries: 'Entries of the trail',
    size: 'Size',
    file: 'File',
    beside: 'beside the store',
    purposes: {
      copy: 'complete copy',
      backup: 'backup',
      before_migration: 'before an update',
      before_rekey: 'before another key',
    },
    unreadable: 'damaged, or written by a newer Lobule',
    choose: 'Choose',
    chooseNamed: 'Choose {{name}}',
  },
  trouble: {
    missing: 'The backup folder is not there. Plug in the stick or disk, then look again.',
    full: 'The disk of the backups is full. That does not prevent restoring.',
    read_only: 'The disk of the backups is write-protected. That does not prevent restoring.',
    not_permitted: 'This computer user may not read the backup folder. Ask whoever looks after the computer.',
    gone: 'The backup disk went away. Plug it in again, then look again.',
    not_the_same:
      'The last backup did not read back as it was written. Take an earlier one, and another disk.',
    too_slow: 'The last backup was not finished before Lobule closed. Take the one before it.',
    failing: 'The backup disk reports an error. Try again; if it remains, take a backup from another disk.',
  },
  file: {
    drop: 'Or drop another file here',
    dropNow: 'Let go to read it',
    choose: 'Choose a file',
    progress: 'The backup is being read',
  },
  chosen: {
    title: 'The backup',
    file: 'File',
  },
  proof: {
    title: 'Open the backup',
    hint: 'It is opened and checked beside the store; nothing is replaced yet.',
    by: 'How it is opened',
    password: 'With a password',
    recoveryKey: 'With the recovery key',
    passwordHint: 'The password of the time when the backup was made, of any active user.',
    keyHint: 'The recovery key of the time when the backup was made. Its use stands in the audit trail.',
    open: 'Open and check',
    waiting_one: 'Wait {{count}} second',
    waiting_other: 'Wait {{count}} seconds',
    wrong: 'This does not open the backup',
    checking: 'Opening the backup, reading every page of it and following its audit trail…',
  },
  plan: {
    title: 'What restoring would mean',
    checked:
      'The backup is whole: it opens, every page reads back as it was written, and its audit trail holds',
    lost_one: '{{entries}} entry of the audit trail would be lost',
    lost_other: '{{entries}} entries of the audit trail would be lost',
    lostSpan: 'Made after this backup: {{span}}.',
    lostNothing: 'Nothing would be lost: the store of now has no entry that the backup has not',
    lostWhat: 'What they are',
    lostMore_one: 'and {{count}} other kind',
    lostMore_other: 'and {{count}} other kinds',
    ahead_one: 'The backup has {{entries}} entry that the store of now has not.',
    ahead_other: 'The backup has {{entries}} entries that the store of now has not.',
    elsewhere:
      'This backup is not an earlier state of the store of now: their audit trails part. One of them was worked with after an older store was put back.',
    lostUnknown: 'What would be lost cannot be told',
    why: {
      no_store: 'There is no store on this computer: nothing is replaced',
      damaged: 'The store of now does not open, so what it has beyond the backup cannot be counted.',
      other_key:
        'The store of now has another key than the backup, so the two cannot be compared: it was given another key since, or is another store.',
      other_store: 'The store of now is another store than the backup is of. It would be put aside whole.',
      in_doubt:
        'The audit trail of the store of now does not hold, so what it has beyond the backup cannot be told for sure.',
    },
    reached_one:
      'By the note beside it, its audit trail went to entry {{entries}}: {{more}} more than the backup.',
    reached_other:
      'By the note beside it, its audit trail went to entry {{entries}}: {{more}} more than the backup.',
    reachedNoFurther:
      'By the note beside it, its audit trail went to entry {{entries}}: no further than the backup.',
    compare: {
      store: 'Store of now',
      backup: 'Backup',
      asOf: 'As of',
      now: 'now',
      entries: 'Entries of the trail',
    },
    after: 'Afterwards',
    afterPasswords:
      'The store opens with the passwords and the recovery key that held when the backup was made.',
    afterTrail:
      'The audit trail says that a backup was restored, from when it was, and how far the replaced store went.',
    afterTrailFresh: 'The audit trail says that a backup was restored, and from when it was.',
    afterEnter: 'What is lost has to be entered again, from the source.',
    keptAside: 'The store of now is not deleted. It will lie in {{folder}}',
    perform: 'Restore and replace',
    performFresh: 'Restore',
    back: 'Do not restore',
  },
  done: {
    title: 'The backup of {{at}} was restored',
    unlock: 'Unlock with a password of that time. What was entered since is not in it.',
    keptAside: 'The store that was here before lies in {{folder}}.',
  },
  last: {
    good: 'Last good backup: {{age}}',
    away: 'The backup folder cannot be read now.',
    none: 'No backup is known on this computer.',
  },
} as const

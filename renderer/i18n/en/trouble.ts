/** What keeps a store from opening, kind by kind; the steps stand one on each line. */
export const trouble = {
  safe: 'What is safe',
  next: 'What to do',
  folder: 'Data folder',
  retry: 'Look again',
  restore: 'Restore a backup…',
  kind: {
    store_missing_database: {
      title: 'The database of this site is missing',
      happened:
        'The file lobule.db, which holds everything that was charted, is not in the data folder. Your password was not the cause.',
      safe: 'Lobule changed nothing and created nothing in its place. The key file is still there, and so is every backup.',
      steps:
        'Look for lobule.db: it may have been moved or renamed. Put it back and look again.\nIf it is gone, restore the last backup. What is in the folder now is kept aside.\nTell the principal investigator, and note what happened and when for the investigator site file.',
    },
    store_missing_keyring: {
      title: 'The key file of this site is missing',
      happened:
        'The file keyring.json, which holds the key of the database under each user’s password, is not in the data folder. Without it not even the right password opens the store.',
      safe: 'The database is there, still encrypted, and was not touched. Nothing was created in place of the key file.',
      steps:
        'Look for keyring.json: it may have been moved or renamed. Put it back and look again.\nIf it is gone, restore the last backup: each has the key file of its own time in it. What is in the folder now is kept aside.\nTell the principal investigator, and note what happened and when for the investigator site file.',
    },
    store_damaged_database: {
      title: 'The database of this site is damaged',
      happened:
        'Parts of the file lobule.db do not read back as they were written: a disk that fails, or another program that wrote into it. Your password was not the cause.',
      safe: 'Lobule stopped before anything was read from it, and changed nothing. The folder is as it was found; no wrong value was shown.',
      steps:
        'Copy the whole data folder to another disk before anything else is tried.\nRestore the last backup. The damaged store is kept aside, not deleted.\nEnter again, from the source, what was charted after that backup.\nHave the disk of this computer checked, and tell the principal investigator.',
    },
    store_damaged_keyring: {
      title: 'The key file of this site is damaged',
      happened:
        'The file keyring.json does not read as it was written. It holds the key of the database under each user’s password. Your password was not the cause.',
      safe: 'The database itself was not touched and is still encrypted. Lobule changed nothing.',
      steps:
        'The damage may concern one user’s entry alone: let another user unlock, or use the recovery key.\nIf nobody can, restore the last backup. What is in the folder now is kept aside.\nTell the principal investigator, and note what happened and when for the investigator site file.',
    },
    store_damaged_trail: {
      title: 'The audit trail of this site is damaged',
      happened:
        'The password is right and the database opens, but its audit trail does not read as it was written. A store whose history cannot be trusted is not opened.',
      safe: 'Lobule changed nothing. The folder is as it was found.',
      steps:
        'Copy the whole data folder to another disk: it may be asked for at an inspection.\nRestore the last backup. The store of now is kept aside, not deleted.\nTell the principal investigator and the sponsor’s monitor before the work goes on.',
    },
    store_newer: {
      title: 'A newer Lobule wrote this store',
      happened:
        'The store has version {{store}}; this Lobule knows versions up to {{application}}. It would not understand everything in it.',
      safe: 'The store was not touched: not one byte of it was written.',
      steps:
        'Install the newer Lobule on this computer, then open the store as usual.\nOr restore the backup that the newer Lobule made before it changed the store: what was entered since is not in it.',
    },
    store_in_use: {
      title: 'Another Lobule has this store open',
      happened:
        'A second window, another user of this computer or the command line is working in the same store. Two at once would overwrite each other.',
      safe: 'Nothing was changed, and whoever works there can go on.',
      steps: 'Lock or close the other Lobule.\nThen unlock here.',
    },
    no_place_missing: {
      title: 'The folder of the store is not there',
      happened:
        'The folder that holds the store cannot be found: a disk that is not plugged in, or a folder that was moved or renamed.',
      safe: 'Nothing was created in its place. What was saved is where it was.',
      steps: 'Plug in the disk, or put the folder back where it was.\nLook again.',
    },
    no_place_full: {
      title: 'The disk of the store is full',
      happened: 'Opening writes a little: an entry of the audit trail. There was no room for it.',
      safe: 'Everything that was saved is safe and unchanged.',
      steps:
        'Free some space on the disk that holds the data folder: empty the bin, or move large files elsewhere. Leave the data folder alone.\nThen try again.',
    },
    no_place_read_only: {
      title: 'The disk of the store cannot be written to',
      happened:
        'The data folder lies on a disk or in a folder that is write-protected. Lobule opens no store whose audit trail it cannot write.',
      safe: 'Everything that was saved is safe and unchanged.',
      steps:
        'Remove the write protection: the switch on the medium, or the property of the folder.\nA disk that became read-only by itself may be failing: have it checked.\nThen try again.',
    },
    no_place_not_permitted: {
      title: 'This computer user may not use the store',
      happened:
        'The operating system does not let the user who is logged in to this computer read or write the data folder.',
      safe: 'Everything that was saved is safe and unchanged.',
      steps:
        'Log in to this computer as the user who set Lobule up.\nOr ask whoever looks after the computer to give your user the rights to the data folder.\nThen try again.',
    },
    no_place_gone: {
      title: 'The disk of the store went away',
      happened: 'The disk with the data folder was there and went away while it was used.',
      safe: 'Everything that was saved before is safe; what was not saved yet is not there.',
      steps:
        'Plug the disk in again, firmly.\nThen try again: what was written halfway is put in order when the store opens.',
    },
    no_place_not_the_same: {
      title: 'The disk of the store does not keep what is written',
      happened: 'What Lobule wrote beside the store did not read back the same. It was thrown away.',
      safe: 'The store itself was not replaced by it.',
      steps:
        'Copy the data folder to another disk.\nHave this disk checked before you go on.\nIf the store does not open any more, restore the last backup.',
    },
    no_place_too_slow: {
      title: 'The disk of the store takes too long',
      happened: 'The data folder did not answer in the time that Lobule waits.',
      safe: 'What was saved before was not touched by Lobule.',
      steps:
        'Wait until the computer is less busy, then try again.\nIf it happens again, have this disk checked.',
    },
    no_place_failing: {
      title: 'The disk of the store reports an error',
      happened:
        'The operating system could not read or write the data folder. Disks say so when they begin to fail.',
      safe: 'What was saved before was not touched by Lobule.',
      steps:
        'Try again once.\nIf it happens again, copy the data folder to another disk, and have this one checked.\nIf the store does not open any more, restore the last backup.',
    },
  },
  engine: {
    title: 'The engine stopped and is being started again',
    hint: 'Everything that was saved is safe. Unlock again in a moment; what you were typing was kept as a draft, all but the last moment.',
    long: 'It takes longer than usual',
    steps:
      'Wait a little: Lobule tries again by itself.\nIf nothing happens, close Lobule and open it again. Everything that was saved is safe, and so are your drafts.\nIf it happens once more, tell whoever looks after this computer. The log is in the data folder and holds no patient data.',
  },
} as const

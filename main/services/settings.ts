import type { ReadableDb } from '#main/store/connection.ts'
import { findSettings, insertSettings } from '#main/store/settings-repository.ts'
import type { Settings, settings } from '#shared/api/settings.ts'
import { defined } from './defined.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'
import { changedFields } from './trail.ts'

/** What holds while the site has decided nothing. */
const DEFAULTS: Settings = {
  version: 0,
  idleMinutes: 10,
  passwordMaxAgeDays: null,
  passwordRecall: 0,
  countersignature: false,
}

const FIELDS = ['idleMinutes', 'passwordMaxAgeDays', 'passwordRecall', 'countersignature'] as const

export const settingsHandlers: AreaHandlers<typeof settings> = {
  get: (_input, { db }) => settingsOf(db),

  change({ expectedVersion, changes, reason }, context) {
    const { db, audit, session, afterCommit } = context
    const before = findSettings(db)
    const entry = nextVersion(before, { entity: 'settings', expectedVersion, reason }, context)
    const old = before ?? DEFAULTS
    const after = { ...old, ...defined(changes), version: entry.version }
    const changed = changedFields(old, after, FIELDS)
    if (changed.length === 0) {
      const [named] = FIELDS.filter(field => field in changes)
      throw invalid(`changes.${named ?? ''}`, 'says what is there already')
    }
    insertSettings(db, { ...after, ...entry, reason })
    const subject = { kind: 'settings', id: session.site.storeId }
    for (const values of changed) audit({ action: 'settings.change', subject, ...values, reason })
    afterCommit(() => {
      session.idleMinutes = after.idleMinutes
    })
    return after
  },
}

/** The settings in force. */
export function settingsOf(db: ReadableDb): Settings {
  return findSettings(db) ?? DEFAULTS
}

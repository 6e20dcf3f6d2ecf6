import type { ReadableDb } from '#main/store/connection.ts'
import { findSettings, insertSettings } from '#main/store/settings-repository.ts'
import type { Settings, settings } from '#shared/api/settings.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'

/** What holds while the site has decided nothing. */
const DEFAULTS: Settings = { version: 0, idleMinutes: 10 }

export const settingsHandlers: AreaHandlers<typeof settings> = {
  get: (_input, { db }) => settingsOf(db),

  change({ expectedVersion, idleMinutes, reason }, context) {
    const { db, audit, session, afterCommit } = context
    const before = findSettings(db)
    const entry = nextVersion(before, { entity: 'settings', expectedVersion, reason }, context)
    const { idleMinutes: oldValue } = before ?? DEFAULTS
    if (oldValue === idleMinutes) throw invalid('idleMinutes', 'says what is there already')
    insertSettings(db, { ...entry, idleMinutes, reason })
    const subject = { kind: 'settings', id: session.site.storeId }
    audit({
      action: 'settings.change',
      subject,
      field: 'idleMinutes',
      oldValue,
      newValue: idleMinutes,
      reason,
    })
    afterCommit(() => {
      session.idleMinutes = idleMinutes
    })
    return { version: entry.version, idleMinutes }
  },
}

/** The settings in force. */
export function settingsOf(db: ReadableDb): Settings {
  return findSettings(db) ?? DEFAULTS
}

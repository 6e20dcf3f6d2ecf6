import { readPreferences, writePreferences } from '#main/store/preferences-file.ts'
import type { Preferences, preferences } from '#shared/api/preferences.ts'
import type { AreaHandlers } from './handlers.ts'

const DEFAULTS: Preferences = { language: null, theme: 'auto' }

export const preferenceHandlers: AreaHandlers<typeof preferences> = {
  get: (_input, { directory }) => readPreferences(directory) ?? DEFAULTS,

  set(chosen, { directory }) {
    writePreferences(directory, chosen)
    return chosen
  },
}

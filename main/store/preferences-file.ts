import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Preferences } from '#shared/api/preferences.ts'
import { OWNER_ONLY_DIRECTORY, readIfPresent, writeAtomically } from './files.ts'

/** Beside the folder of the store, not in it: a folder that holds anything is never made a store. */
function preferencesFile(directory: string): string {
  return join(dirname(resolve(directory)), 'preferences.json')
}

/** The preferences of this computer; undefined where there are none, or none that can be read. */
export function readPreferences(directory: string): Preferences | undefined {
  try {
    return Preferences.parse(JSON.parse(readIfPresent(preferencesFile(directory)) ?? ''))
  } catch {
    // How the screens look is not worth an error: nobody could choose anew behind it.
    return undefined
  }
}

export function writePreferences(directory: string, preferences: Preferences): void {
  const file = preferencesFile(directory)
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  writeAtomically(file, JSON.stringify(preferences))
}

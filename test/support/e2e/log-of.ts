import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './app.ts'

/** What the window's main process has logged so far. */
export function logOf({ dataFolder }: Pick<App, 'dataFolder'>): string {
  return readFileSync(join(dataFolder, 'logs/lobule.log'), 'utf8')
}

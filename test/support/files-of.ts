import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every file under a folder, by its path there. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path), readFileSync(path)]
    }),
  )
}

/** The SHA-256 of every file under a folder. */
export function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries([...filesOf(folder)].map(([path, bytes]) => [path, hash('sha256', bytes, 'hex')]))
}

/** Which of the texts stand in which file under a folder, as UTF-8 or UTF-16. */
export function textsFoundIn(folder: string, texts: readonly string[]): string[] {
  return [...filesOf(folder)].flatMap(([path, bytes]) =>
    texts
      .filter(text => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'))
      .map(text => `${path}: ${text}`),
  )
}

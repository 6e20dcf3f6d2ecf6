import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { endOf } from './end-of.ts'

/** What the build is made from. */
const SOURCES = ['main', 'renderer', 'shared', 'vite.config.ts', 'verifier.config.ts', 'package-lock.json']

const VERIFIER = 'out/verifier/verifier.html'

/** The last file of each of the builds. */
const OUTPUTS = ['out/renderer/index.html', 'out/main/index.js', 'out/preload/preload.cjs', VERIFIER]

/** Whether the application under `root` was never built, or a source was changed since. Tests are no source. */
export function needsBuild(root: string): boolean {
  const built = OUTPUTS.map(path => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.max(...SOURCES.map(path => newest(join(root, path)))) > Math.min(...built)
}

/** Builds the page, the window's processes and the verifier; answers whether that worked. What goes wrong is on the terminal. */
export async function build(root: string): Promise<boolean> {
  return (await vite(root, '--app')) && (await buildVerifier(root))
}

/** Builds the page that verifies documents without Lobule. */
export function buildVerifier(root: string): Promise<boolean> {
  return vite(root, '--config', 'verifier.config.ts')
}

async function vite(root: string, ...options: string[]): Promise<boolean> {
  const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...options, '--logLevel', 'error']
  const { code } = await endOf(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }))
  return code === 0
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const times = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !/\.test\.tsx?$|\.md$/.test(name))
    .map(({ name }) => newest(join(path, name)))
  // The folder itself too: a source that was removed leaves no other trace.
  return Math.max(found.mtimeMs, ...times)
}

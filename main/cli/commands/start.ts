import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Asked } from '#main/hosts/data-folder.ts'
import { serve } from '#main/hosts/loopback/serve.ts'
import { command, type ExitCode } from '../command.ts'
import { build, needsBuild } from '../start/build.ts'
import { endOf } from '../start/end-of.ts'
import { fetchElectron } from '../start/fetch-electron.ts'
import { findElectron, obstacleToWindow } from '../start/window.ts'
import { say, type Terminal } from '../terminal.ts'

const root = join(import.meta.dirname, '../../..')
const electronHome = join(root, 'node_modules/electron')

/** The application from its sources: built, then opened where this computer can show it. */
export const startCommand = command({
  name: 'start',
  summary: 'Open Lobule in its window, or in a browser where there can be no window.',
  options: {
    sample: { type: 'boolean', help: 'open the invented sample site, beside the real one' },
    data: { type: 'string', value: 'DIR', help: 'keep the data in this folder (default: the usual one)' },
    loopback: { type: 'boolean', help: 'serve it on 127.0.0.1 for a browser, and open no window' },
  },
  details: 'Builds first what was never built or has changed. Fetches Electron once where it is missing.',

  async run({ values: { data, sample = false, loopback = false } }, terminal) {
    const { stderr } = terminal
    if (needsBuild(root)) {
      say(stderr, 'Building …')
      if (!(await build(root))) return 1
    }
    const asked = { data: data === undefined ? undefined : resolve(data), sample }
    if (!loopback) {
      const window = await findWindow(terminal)
      if ('binary' in window) return openWindow(window.binary, asked)
      say(stderr, `Lobule opens in a browser instead of its window: ${window.reason}.`)
    }
    await serveInBrowser(asked, terminal)
    return 0
  },
})

/** The program that shows the window, or why there is none. */
async function findWindow({ stderr }: Terminal): Promise<{ binary: string } | { reason: string }> {
  const { platform, env } = process
  const obstacle = obstacleToWindow({ platform, env, uid: process.getuid?.() })
  if (obstacle !== undefined) return { reason: obstacle }
  const installed = findElectron(electronHome, env)
  if (installed !== undefined) return { binary: installed }
  say(stderr, 'Electron is missing and is fetched now (about 120 MB) …')
  const failure = await fetchElectron(electronHome, env, stderr)
  const binary = findElectron(electronHome, env)
  return binary === undefined ? { reason: `Electron is missing, and ${failure}` } : { binary }
}

async function openWindow(binary: string, { data, sample }: Asked): Promise<ExitCode> {
  const options = [...(data === undefined ? [] : ['--data', data]), ...(sample ? ['--sample'] : [])]
  const child = spawn(binary, [root, ...options], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const { code } = await endOf(child)
  return code === 0 ? 0 : 1
}

async function serveInBrowser(asked: Asked, { stdout, stderr }: Terminal): Promise<void> {
  await serve(asked, {
    say: line => say(stdout, line),
    report: failure => say(stderr, JSON.stringify(failure)),
  })
}

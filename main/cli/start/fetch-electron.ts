import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Output } from '../terminal.ts'
import { endOf } from './end-of.ts'

const SECOND = 1000
const AT_MOST = 120 * SECOND

/** A firewall that answers nothing would cost the whole time. */
const ANSWERS_WITHIN = 5 * SECOND

/** Has Electron's own installer fetch the binary, once; answers why it could not. */
export async function fetchElectron(
  home: string,
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<string | undefined> {
  if (!(await isReachable(env))) return 'its download server cannot be reached'
  const done = showSeconds(output)
  try {
    const child = spawn(process.execPath, [join(home, 'install.js')], {
      ...{ env, stdio: 'ignore', timeout: AT_MOST, killSignal: 'SIGKILL' },
    })
    const { code, signal } = await endOf(child)
    if (code === 0) return
    return signal === null ? 'its download failed' : `its download took longer than ${AT_MOST / SECOND} s`
  } finally {
    done()
  }
}

/** From where Electron is fetched, or undefined where a proxy stands between, which only the installer knows. */
function downloadServer(env: NodeJS.ProcessEnv): string | undefined {
  if (env['ELECTRON_GET_USE_PROXY']) return
  return env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com/'
}

async function isReachable(env: NodeJS.ProcessEnv): Promise<boolean> {
  const server = downloadServer(env)
  if (server === undefined) return true
  const signal = AbortSignal.timeout(ANSWERS_WITHIN)
  return fetch(server, { method: 'HEAD', redirect: 'manual', signal }).then(
    () => true,
    () => false,
  )
}

/** One line on a terminal that counts; nothing where nobody watches. */
function showSeconds(output: Output): () => void {
  if (!output.isTTY) return () => undefined
  const start = Date.now()
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / SECOND)
    output.write(`\r\u001b[K${seconds} s of at most ${AT_MOST / SECOND} …`)
  }, SECOND)
  return () => {
    clearInterval(timer)
    output.write('\r\u001b[K')
  }
}

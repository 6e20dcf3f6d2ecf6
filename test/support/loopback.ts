import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FailureReport } from '#main/engine/failure.ts'
import { startLoopback } from '#main/hosts/loopback/start-loopback.ts'
import { FAST_KDF } from './engine.ts'

/** The loopback host on a fresh folder, with the smallest page that there is; removed by `dispose`. */
export async function startTestLoopback() {
  const home = mkdtempSync(join(tmpdir(), 'lobule-loopback-'))
  const assetsFolder = join(home, 'page')
  mkdirSync(assetsFolder)
  writeFileSync(join(assetsFolder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>')
  writeFileSync(join(assetsFolder, 'index.js'), 'export {}')
  const directory = join(home, 'store')
  const failures: FailureReport[] = []
  const host = await startLoopback({
    ...{ directory, assetsFolder, protocols: [], kdf: FAST_KDF },
    app: { version: '1.2.3', build: null, runtime: {}, sample: false },
    report: failure => void failures.push(failure),
  })
  return {
    ...{ ...host, directory, failures },
    async dispose() {
      await host.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
export type TestLoopback = Awaited<ReturnType<typeof startTestLoopback>>

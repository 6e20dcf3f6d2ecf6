import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from '@playwright/test'
import { ensurePrograms, programPath } from '#test/support/electron/system-packages.ts'
import { type AppHost, hostArguments, VIEWPORT } from './host.ts'

const main = join(import.meta.dirname, '../../../main/hosts/loopback/main.ts')

/** The same application on the loopback host, in a Chromium. */
export async function loopbackHost(): Promise<AppHost> {
  const browser = await launchChromium()
  return {
    async start(dataFolder, site) {
      const server = await startServer(hostArguments(dataFolder, site))
      const context = await browser.newContext({ viewport: VIEWPORT, acceptDownloads: true, locale: 'en-US' })
      const page = await context.newPage()
      await page.goto(server.link)
      return {
        page,
        async close() {
          await context.close()
          await server.close()
        },
      }
    },
    dispose: () => browser.close(),
  }
}

async function startServer(args: readonly string[]): Promise<{ link: string; close(): Promise<void> }> {
  const server = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  return {
    link: await linkIn(server.stdout),
    async close() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

async function linkIn(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface(output)
  for await (const line of lines) {
    const link = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(line)?.[0]
    if (link) return link
  }
  throw new Error('the loopback host ended without a link')
}

/** Playwright's own Chromium where it was downloaded, else the system's, else one from apt. */
async function launchChromium(): Promise<Browser> {
  if (existsSync(chromium.executablePath())) return chromium.launch()
  await ensurePrograms('chromium')
  const executablePath = programPath('chromium')
  return chromium.launch(executablePath ? { executablePath } : {})
}

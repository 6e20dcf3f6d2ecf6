import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { loopbackHost } from '#test/support/e2e/loopback-host.ts'
import { makeSampleStore } from '#test/support/e2e/sample-store.ts'
import { enter, prefer, settled, stops } from './tour.ts'

/*
 * npm run screenshots
 * Photographs every screen in both languages and both themes into .cache/screens, and the README's into resources.
 */

const folder = join(import.meta.dirname, '../../.cache/screens')
const shown = join(import.meta.dirname, '../../resources/screenshots')
const inReadme = new Set(['screening-en-light', 'trends-en-light'])

const languages = ['en', 'zh-CN'] as const
const themes = ['light', 'dark'] as const

/** How the page looks now, for the names of the files. */
let look = ''

const data = await mkdtemp(join(tmpdir(), 'lobule-screens-'))
await mkdir(folder, { recursive: true })
await mkdir(shown, { recursive: true })
await makeSampleStore(storeFolder({ data, sample: true }))
const host = await loopbackHost()
try {
  const first = await host.start(join(data, 'first-run'), 'none')
  await everyLook(first.page, page => shoot(page, 'first-run'))
  await first.close()
  const app = await host.start(data, 'sample')
  await everyLook(app.page, page => shoot(page, 'unlock'))
  await enter(app.page)
  await everyLook(app.page, async page => {
    for (const { name, go } of stops) {
      await go(page)
      await shoot(page, name)
    }
  })
  await app.close()
} finally {
  await host.dispose()
  await rm(data, { recursive: true, force: true })
}

async function everyLook(page: Page, visit: (page: Page) => Promise<void>): Promise<void> {
  for (const language of languages) {
    for (const theme of themes) {
      look = `${language}-${theme}`
      await prefer(page, { language, theme })
      await settled(page)
      await visit(page)
    }
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  const file = join(folder, `${name}-${look}.png`)
  await page.screenshot({ path: file })
  if (inReadme.has(`${name}-${look}`)) await cp(file, join(shown, `${name}-${look}.png`))
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildVerifier } from '#main/cli/start/build.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { ensurePrograms, programPath } from '#test/support/electron/system-packages.ts'
import { authorityOf, signedDocument } from '#test/support/signed-document.ts'
import { signedExport, zipped } from '#test/support/signed-export.ts'
import { type SigningSite, signingSite } from '#test/support/signing-site.ts'

const root = join(import.meta.dirname, '../..')

describe('the verifier page, opened from the disk without a network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-verifier-'))
  let browser: Browser
  let page: Page
  let site: SigningSite
  const complaints: string[] = []

  beforeAll(async () => {
    await ensurePrograms('chromium')
    expect(await buildVerifier(root)).toBe(true)
    site = await signingSite()
    const { pdf } = await signedDocument(site)
    writeFileSync(join(folder, 'signed.pdf'), pdf)
    writeFileSync(join(folder, 'changed.pdf'), Buffer.concat([pdf, Buffer.from('x')]))
    const exported = await signedExport(site)
    writeFileSync(join(folder, 'export.zip'), await zipped(exported))
    const changed = { ...exported, 'wide.csv': 'number,value\r\nTR-001,13\r\n', 'more.csv': 'x' }
    for (const [name, content] of Object.entries(changed)) {
      mkdirSync(dirname(join(folder, 'exported', name)), { recursive: true })
      writeFileSync(join(folder, 'exported', name), content)
    }
    const executablePath = programPath('chromium')
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
    page = await browser.newPage({ offline: true, locale: 'en' })
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => complaints.push(request.url()))
    await page.goto(pathToFileURL(join(root, 'out/verifier/verifier.html')).href)
    complaints.length = 0
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const verdicts = () => page.locator('.verdict').allInnerTexts()

  it('says intact without a fingerprint, holds with the one from paper, however it is typed', async () => {
    await page.setInputFiles(
      '#files',
      ['signed.pdf', 'changed.pdf'].map(name => join(folder, name)),
    )
    await expect
      .poll(verdicts, { timeout: 20_000 })
      .toEqual([
        expect.stringContaining('Intact; who signed is not confirmed yet'),
        expect.stringContaining('Does not hold'),
      ])
    await page.fill('#fingerprint', fingerprintText(authorityOf(site)).toLowerCase().replaceAll(' ', '-'))
    await expect
      .poll(verdicts, { timeout: 20_000 })
      .toEqual([expect.stringContaining('Holds'), expect.stringContaining('Does not hold')])
  })

  it('compares a folder and a ZIP with their signed list, and names what is not as listed', async () => {
    const details = () => page.locator('.result').allInnerTexts()
    await page.setInputFiles('#files', join(folder, 'export.zip'))
    await expect.poll(verdicts, { timeout: 20_000 }).toEqual([expect.stringContaining('Holds')])
    await page.setInputFiles('#folder', join(folder, 'exported'))
    await expect.poll(verdicts, { timeout: 20_000 }).toEqual([expect.stringContaining('Does not hold')])
    expect((await details()).join()).toContain('Changed: wide.csv is not the file')
    expect((await details()).join()).toContain('Added: more.csv is not in the signed list')
    await page.setInputFiles(
      '#files',
      ['signed.pdf', 'changed.pdf'].map(name => join(folder, name)),
    )
  })

  it('says the same in Chinese', async () => {
    await page.click('#language')
    await expect
      .poll(verdicts, { timeout: 20_000 })
      .toEqual([expect.stringContaining('有效'), expect.stringContaining('无效')])
    expect(await page.locator('#title').innerText()).toBe('核验已签署的文件')
  })

  it('tells a wrong character of a fingerprint while it is typed', async () => {
    await page.fill('#fingerprint', '3F9A G')
    expect(await page.locator('#fingerprint-state').innerText()).toContain('“g”')
  })

  it('asks for nothing from anywhere and complains of nothing', () => {
    expect(complaints).toEqual([])
  })
})

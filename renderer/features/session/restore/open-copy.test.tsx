import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readParts } from '#renderer/api/read-parts.ts'
import { PASSWORD, startEngine, startSite, type TestEngine, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let elsewhere: TestEngine
beforeEach(async () => {
  site = await startSite()
  elsewhere = startEngine()
})
afterEach(() => {
  site.dispose()
  elsewhere.dispose()
})

/** The complete copy of a site with one candidate, as it lies on a stick. */
async function copyOnStick(): Promise<File> {
  await site.api.patients.register({ screeningNumber: 'S-007', initials: 'LHM', sex: 'male' })
  const why = 'another computer'
  const { fileName, bytes, sha256 } = await site.api.exports.takeCopy({ job: crypto.randomUUID(), why })
  const { content } = await readParts(async offset => ({
    bytes,
    ...(await site.api.exports.part({ sha256, offset })),
  }))
  return new File([content], fileName)
}

async function chooseCopy(file: File) {
  const page = await showPage(elsewhere)
  await page.user.click(await screen.findByRole('button', { name: /complete copy or a backup of a site/ }))
  expect(screen.getByRole('heading', { level: 1, name: 'Open a complete copy or a backup' })).toBeTruthy()
  const input = page.container.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no way to choose a file')
  await page.user.upload(input, file)
  return page
}

describe('the complete copy of a site', () => {
  it('[C1] says what it is, then becomes the store of this computer and opens with the same password', async () => {
    const { user } = await chooseCopy(await copyOnStick())
    expect(await screen.findByText(/The copy is whole/)).toBeTruthy()
    const [site_, number] = [screen.getByText('Site'), screen.getByText('Site number')]
    expect(site_.nextSibling?.textContent).toContain('Training hospital')
    expect(number.nextSibling?.textContent).toBe('01')
    await user.click(screen.getByText('What it holds, table by table'))
    expect(screen.getByText('patients').nextSibling?.textContent).toBe('1')
    await user.click(screen.getByRole('button', { name: 'Make it the store of this computer' }))

    await user.type(await screen.findByLabelText(/^Login name/), 'chen')
    await user.type(screen.getByLabelText(/^Password/), PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    await screen.findByRole('navigation', { name: 'Areas' }, { timeout: 30_000 })
    const [patient] = await elsewhere.api.patients.list({})
    expect(patient).toEqual((await site.api.patients.list({}))[0])
    expect(await elsewhere.api.audit.verify({})).toMatchObject({ problems: [] })
  })

  it('is not taken where it is broken, and another can be chosen', async () => {
    const whole = await copyOnStick()
    const broken = new File([whole.slice(0, whole.size - 400)], 'broken.lobule')
    const { user, container } = await chooseCopy(broken)
    expect((await screen.findByRole('alert')).textContent).toContain('broken.lobule')
    expect(await elsewhere.api.site.status({})).toEqual({ state: 'none' })
    await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, whole)
    expect(await screen.findByText(/The copy is whole/)).toBeTruthy()
  })

  it('is let go where somebody thinks better of it, and a new site can be set up', async () => {
    const { user } = await chooseCopy(await copyOnStick())
    await screen.findByText(/The copy is whole/)
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(await screen.findByLabelText(/^Name of the site/)).toBeTruthy()
    expect(await elsewhere.api.site.status({})).toEqual({ state: 'none' })
  })

  it('is offered in Chinese to those who read Chinese, and reached by keyboard', async () => {
    const { user } = await showPage(elsewhere, { language: 'zh-CN' })
    const way = await screen.findByRole('button', { name: '已有备份？打开中心的完整副本或备份' })
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
    for (let steps = 0; steps < 12 && document.activeElement !== way; steps += 1) await user.tab()
    expect(document.activeElement).toBe(way)
    await user.keyboard('{Enter}')
    const panel = within(screen.getByRole('main'))
    expect(panel.getByRole('button', { name: '选择文件' })).toBeTruthy()
  })
})

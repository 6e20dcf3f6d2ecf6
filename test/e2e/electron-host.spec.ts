import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { type App, test } from '#test/support/e2e/app.ts'
import { logOf } from '#test/support/e2e/log-of.ts'
import { callEngine } from '#test/support/e2e/port-call.ts'
import { allProcesses } from '#test/support/e2e/processes.ts'
import { unlock } from '#test/support/e2e/steps.ts'
import { newStick } from '#test/support/e2e/stick.ts'

/** The process id of the engine's own process. */
const enginePid = async (app: App) =>
  (await app.electron().evaluate(({ app: shell }) => shell.getAppMetrics())).find(
    ({ name }) => name === 'Lobule engine',
  )?.pid ?? Number.NaN

test.describe('with the sample site', () => {
  test.use({ site: 'sample' })

  test('key and password are in no command line, environment or log', async ({ app }) => {
    const opened = await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)
    expect(opened.ok).toBe(true)
    const keyring = readKeyring(storeFolder({ data: app.dataFolder, sample: true }))
    const bytes = (await unwrapForUser(keyring, SAMPLE_LOGIN.loginName, SAMPLE_LOGIN.password))?.key.bytes()
    const secrets = [
      SAMPLE_LOGIN.password,
      ...(['hex', 'base64', 'base64url', 'latin1'] as const).map(as => bytes?.toString(as) ?? ''),
    ]
    expect(secrets.every(secret => secret.length > 10)).toBe(true)
    const ours = allProcesses().filter(({ executable }) => executable.endsWith('/electron'))
    expect(ours.length).toBeGreaterThan(3)
    const logs = readdirSync(join(app.dataFolder, 'logs')).map(name =>
      readFileSync(join(app.dataFolder, 'logs', name), 'latin1'),
    )
    const places = [...ours.flatMap(({ commandLine, environment }) => [commandLine, environment]), ...logs]
    for (const secret of secrets)
      expect(places.some(place => place.toLowerCase().includes(secret.toLowerCase()))).toBe(false)
  })

  test('an engine that is killed is told of, starts again locked and opens again', async ({ app }) => {
    expect((await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).ok).toBe(true)
    await app.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      window.addEventListener('message', ({ data }: MessageEvent<{ lobule?: string }>) => {
        if (data.lobule) heard.push(data.lobule)
      })
    })
    const before = await enginePid(app)
    process.kill(before, 'SIGKILL')
    const heard = () => app.page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    await expect.poll(heard).toEqual(['engine_down', 'port'])
    expect(await callEngine(app.page, 'session', 'current')).toEqual({ ok: false, error: { code: 'locked' } })
    expect(await enginePid(app)).not.toBe(before)
    expect(await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).toMatchObject({
      ok: true,
      value: { findings: [] },
    })
    expect(logOf(app)).toContain('"what":"engine process ended"')
  })

  test('an engine that is killed under a form is said, and what was typed is there again', async ({
    app,
  }) => {
    const { page } = app
    await unlock(page)
    // Calls are answered in turn, and every candidate is screened first.
    await expect(page.getByRole('rowheader', { name: 'TR-001' })).toBeVisible()
    await expect(page.getByText('not screened yet')).toHaveCount(0, { timeout: 60_000 })
    await page.getByRole('button', { name: 'Add a candidate' }).click()
    await page.getByRole('textbox', { name: 'Screening number' }).fill('TR-200')
    await page.getByRole('textbox', { name: 'Initials' }).fill('XYZ')
    // As long as somebody looks at what they typed: it is kept at the first pause.
    await page.waitForTimeout(1500)
    await expect
      .poll(() => callEngine(page, 'drafts', 'list'), { timeout: 30_000 })
      .toMatchObject({ ok: true, value: [{ form: 'new-candidate' }] })
    const said = page.getByText('The engine stopped and is being started again').waitFor()
    process.kill(await enginePid(app), 'SIGKILL')
    await said
    await unlock(page)
    await page.getByRole('button', { name: 'Continue with it' }).click()
    await expect(page.getByRole('textbox', { name: 'Screening number' })).toHaveValue('TR-200')
    await expect(page.getByRole('textbox', { name: 'Initials' })).toHaveValue('XYZ')
  })

  test('a window whose store takes long to close says so, and closed again it waits no longer', async ({
    app,
  }) => {
    await unlock(app.page)
    const ended = once(app.electron().process(), 'exit')
    const close = () =>
      app
        .electron()
        .evaluate(({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0))
    const engine = await enginePid(app)
    process.kill(engine, 'SIGSTOP')
    await close()
    await expect(
      app.page.getByRole('alertdialog', { name: 'Backing up before Lobule closes…' }),
    ).toBeVisible()
    await close()
    process.kill(engine, 'SIGCONT')
    expect((await ended)[0]).toBe(0)
    expect(logOf(app)).toContain('"what":"ended"')
  })

  test('the window closes once the backup that closing makes is on the stick', async ({ app }) => {
    const stick = await newStick()
    try {
      expect((await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).ok).toBe(true)
      const keep = { days: 7, weeks: 0, months: 0 }
      const settings = { folder: stick.folder, everyHours: null, onClosing: true, keep }
      const asked = { expectedVersion: 0, settings, reason: 'a stick was bought' }
      expect(await callEngine(app.page, 'backups', 'configure', asked)).toMatchObject({ ok: true })
      await app.restart()
      expect(await stick.files()).toEqual([expect.stringMatching(/\.lobule$/)])
      expect(await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).toMatchObject({
        ok: true,
        value: { findings: [] },
      })
      expect(await callEngine(app.page, 'backups', 'list')).toMatchObject({
        ok: true,
        value: [{ cause: 'closing', state: 'there' }],
      })
    } finally {
      await stick.dispose()
    }
  })

  test('sleep and a locked screen lock the store', async ({ app }) => {
    for (const event of ['suspend', 'lock-screen'] as const) {
      expect((await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).ok).toBe(true)
      await app.electron().evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
      expect(await callEngine(app.page, 'session', 'current')).toEqual({
        ok: false,
        error: { code: 'locked' },
      })
    }
  })

  test('closing the window closes the store first', async ({ app }) => {
    expect((await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).ok).toBe(true)
    const store = storeFolder({ data: app.dataFolder, sample: true })
    expect(readdirSync(store).some(name => name.endsWith('-wal'))).toBe(true)
    await app.restart()
    expect(logOf(app)).toContain('"what":"ended"')
    expect(await callEngine(app.page, 'session', 'unlock', SAMPLE_LOGIN)).toMatchObject({
      ok: true,
      value: { findings: [] },
    })
  })
})

test('a second start shows the first window and ends', async ({ app }) => {
  const { spawnfile, spawnargs } = app.electron().process()
  const args = spawnargs.slice(1).filter(argument => !/^--(inspect|remote-debugging)/.test(argument))
  const environment = await app.electron().evaluate(() => ({ ...process.env }))
  const focused = app
    .electron()
    .evaluate(
      ({ app: shell }) =>
        new Promise<string>(resolve => void shell.once('second-instance', () => resolve('told'))),
    )
  const second = spawn(spawnfile, args, { env: environment, stdio: 'ignore' })
  await once(second, 'exit')
  expect(second.exitCode).toBe(0)
  expect(await focused).toBe('told')
  expect(app.electron().windows()).toHaveLength(1)
})

test('the window opens where and as large as it was left', async ({ app }) => {
  const bounds = { x: 120, y: 60, width: 1200, height: 720 }
  await app.electron().evaluate(({ BrowserWindow }, to) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds(to)
    window?.webContents.setZoomLevel(1)
  }, bounds)
  await app.restart()
  const now = () =>
    app.electron().evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { bounds: window?.getBounds(), zoom: Math.round(window?.webContents.getZoomLevel() ?? 0) }
    })
  await expect.poll(now).toEqual({ bounds, zoom: 1 })
})

test('the menu speaks the language of the screens', async ({ app }) => {
  const labels = () =>
    app.electron().evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(await labels()).toEqual(['File', 'Edit', 'View', 'Help'])
  const set = await callEngine(app.page, 'preferences', 'set', { language: 'zh-CN', theme: 'dark' })
  expect(set.ok).toBe(true)
  await expect.poll(labels).toEqual(['文件', '编辑', '视图', '帮助'])
  expect(await app.electron().evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

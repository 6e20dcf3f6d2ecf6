import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { logOf } from '#test/support/e2e/log-of.ts'
import { callEngine } from '#test/support/e2e/port-call.ts'
import { allProcesses, processFacts } from '#test/support/e2e/processes.ts'

test.describe('the page', () => {
  test('has nothing of Node or Electron', async ({ app }) => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
    const types = await app.page.evaluate(
      all => all.map(name => typeof (globalThis as Record<string, unknown>)[name]),
      names,
    )
    expect(types).toEqual(names.map(() => 'undefined'))
  })

  test('runs in a sandbox of the kernel, as a user without rights', async ({ app }) => {
    const pid = await app
      .electron()
      .evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId())
    const renderer = processFacts(pid ?? 0)
    expect(renderer.commandLine).toContain('--type=renderer')
    expect(renderer.status('Seccomp')).toBe('2')
    expect(renderer.status('NoNewPrivs')).toBe('1')
    expect(renderer.status('Uid')).not.toMatch(/\b0\b/)
    const unsafe = allProcesses().filter(
      ({ executable, commandLine }) =>
        executable.endsWith('/electron') && commandLine.includes('--no-sandbox'),
    )
    // The network service's own switch; it is no renderer.
    expect(unsafe.filter(({ commandLine }) => commandLine.includes('--type=renderer'))).toEqual([])
  })

  test('is called Lobule whatever it calls itself, in a window not smaller than its screens', async ({
    app,
  }) => {
    await app.page.evaluate(() => {
      document.title = 'somebody’s name'
    })
    const window = await app.electron().evaluate(({ BrowserWindow }) => {
      const [one] = BrowserWindow.getAllWindows()
      one?.setSize(300, 200)
      return { title: one?.getTitle(), smallest: one?.getMinimumSize(), size: one?.getSize() }
    })
    expect(window).toEqual({ title: 'Lobule', smallest: [1024, 680], size: [1024, 680] })
  })
})

test.describe('the content security policy', () => {
  test('has a nonce of its own for each response, and nothing unsafe', async ({ app }) => {
    const policies = await app.electron().evaluate(async ({ session }) => {
      const pages = session.fromPartition('lobule')
      const responses = [await pages.fetch('app://lobule/'), await pages.fetch('app://lobule/')]
      return responses.map(({ headers }) => headers.get('content-security-policy') ?? '')
    })
    expect(policies[0]).toContain("default-src 'none'")
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/]{24}'/)
    expect(policies.join()).not.toContain('unsafe')
    expect(policies[0]).not.toBe(policies[1])
  })

  test('refuses an inline script and an eval', async ({ app }) => {
    const seen = await app.page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violations.push(`${effectiveDirective} ${blockedURI}`)
      })
      const script = document.createElement('script')
      script.textContent = 'document.body.dataset.inlineRan = "yes"'
      document.body.append(script)
      // Later, as what Playwright runs itself is exempt.
      const evaluated = await new Promise(resolve =>
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: it must be refused.
            resolve(globalThis.eval('"ran"'))
          } catch (error) {
            resolve(error instanceof Error && error.name)
          }
        }, 0),
      )
      await new Promise(resolve => setTimeout(resolve, 200))
      return { violations, evaluated, inline: document.body.dataset['inlineRan'] }
    })
    expect(seen.inline).toBeUndefined()
    expect(seen.evaluated).toBe('EvalError')
    expect(seen.violations).toEqual(expect.arrayContaining(['script-src-elem inline', 'script-src eval']))
  })

  test('is never violated by the page itself', async ({ app }) => {
    const messages: string[] = []
    app.page.on('console', message => messages.push(message.text()))
    await app.page.reload()
    await callEngine(app.page, 'app', 'info')
    expect(messages.filter(message => /Content Security Policy|Refused/.test(message))).toEqual([])
  })
})

test.describe('nothing leads away from the page', () => {
  let server: Server
  let requests: string[]
  let outside: string
  test.beforeEach(async () => {
    requests = []
    server = createServer((request, response) => {
      requests.push(request.url ?? '')
      response.setHeader('Access-Control-Allow-Origin', '*').end('outside')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  test.afterEach(async () => {
    expect(requests).toEqual([])
    server.close()
    server.closeAllConnections()
  })

  test('navigation is refused', async ({ app }) => {
    for (const url of [
      outside,
      'https://example.com/',
      'file:///etc/passwd',
      'app://other/',
      'data:text/html,x',
    ]) {
      await app.page.evaluate(to => {
        location.href = to
      }, url)
      await app.page.waitForTimeout(150)
      expect(new URL(app.page.url()).host, url).toBe('lobule')
    }
    expect(logOf(app)).toContain('navigation refused')
    expect(await app.page.evaluate(() => document.getElementById('root')?.childElementCount)).toBeGreaterThan(
      0,
    )
  })

  test('new windows are refused', async ({ app }) => {
    const opened = await app.page.evaluate(
      urls => urls.map(url => window.open(url) === null),
      [outside, 'app://lobule/', 'about:blank'],
    )
    expect(opened).toEqual([true, true, true])
    expect(app.electron().windows()).toHaveLength(1)
  })

  test('requests are refused, by the policy of the page and without it', async ({ app }) => {
    const targets = [outside, 'https://example.com/']
    const page = await app.page.evaluate(
      urls =>
        Promise.all(
          urls.map(url =>
            fetch(url).then(
              () => 'answered',
              () => 'refused',
            ),
          ),
        ),
      targets,
    )
    expect(page).toEqual(['refused', 'refused'])
    const shell = await app.electron().evaluate(async ({ session }, urls) => {
      const sessions = [session.fromPartition('lobule'), session.defaultSession]
      const asked = sessions.flatMap(one => urls.map(url => one.fetch(url)))
      return (await Promise.allSettled(asked)).map(({ status }) => status)
    }, targets)
    expect(shell).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  })

  test('permissions are refused, whether asked for or looked up', async ({ app }) => {
    const answers = await app.page.evaluate(async () => {
      const refused = (work: () => Promise<unknown>) =>
        Promise.resolve()
          .then(work)
          .then(
            () => 'granted',
            () => 'refused',
          )
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state
      return {
        geolocation: await state('geolocation'),
        notifications: await state('notifications'),
        asked: await Notification.requestPermission(),
        microphone: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(() => navigator.clipboard.readText()),
        position: await refused(
          () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        ),
      }
    })
    expect(answers).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      asked: 'denied',
      microphone: 'refused',
      screen: 'refused',
      clipboard: 'refused',
      position: 'refused',
    })
  })

  test('only what the page itself made can be saved', async ({ app }) => {
    const folder = app.dataFolder
    await app.electron().evaluate(({ session }, to) => {
      // In place of the dialog that asks where to.
      session.fromPartition('lobule').on('will-download', (event, item) => {
        if (!event.defaultPrevented) item.setSavePath(`${to}/${item.getFilename()}`)
      })
    }, folder)
    await app.page.evaluate(async () => {
      const save = (href: string, name: string) => {
        const link = document.createElement('a')
        Object.assign(link, { href, download: name }).click()
      }
      save('data:text/plain,outside', 'outside.txt')
      await new Promise(resolve => setTimeout(resolve, 300))
      save(URL.createObjectURL(new Blob(['recovery key'])), 'own.txt')
    })
    await expect.poll(() => readdirSync(folder)).toContain('own.txt')
    expect(readdirSync(folder)).not.toContain('outside.txt')
  })
})

test.describe('a port to the engine', () => {
  test('is given to the page, and again after a reload', async ({ app }) => {
    expect(await callEngine(app.page, 'site', 'status')).toEqual({ ok: true, value: { state: 'none' } })
    await app.page.reload()
    expect(await callEngine(app.page, 'site', 'status')).toEqual({ ok: true, value: { state: 'none' } })
  })

  test('is not given to a frame in the page', async ({ app }) => {
    await callEngine(app.page, 'site', 'status')
    await app.page.evaluate(() => {
      const { dataset } = document.body
      window.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
        if (ports.length > 0) dataset['ports'] = 'given'
        if (data === 'lobule:page-ready') dataset['heard'] = 'asked'
      })
      const frame = document.createElement('iframe')
      frame.srcdoc = '<p>hostile</p>'
      document.body.append(frame)
    })
    await expect.poll(() => app.page.frames().length).toBe(2)
    const frame = app.page.frames()[1]
    await frame?.evaluate(() => {
      window.addEventListener('message', ({ ports }) => {
        if (ports.length > 0) document.body.textContent = 'given'
      })
      parent.postMessage('lobule:page-ready', '*')
      window.postMessage('lobule:page-ready', '*')
    })
    await expect.poll(() => app.page.evaluate(() => document.body.dataset['heard'])).toBe('asked')
    await app.page.waitForTimeout(300)
    expect(await app.page.evaluate(() => document.body.dataset['ports'])).toBeUndefined()
    expect(await frame?.locator('body').textContent()).toBe('hostile')
  })

  test('is not given to another window, though it has our preload and says our words', async ({ app }) => {
    const heard = await app.electron().evaluate(async ({ app: shell, BrowserWindow }): Promise<unknown> => {
      const preload = `${shell.getAppPath()}/out/preload/preload.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('data:text/html,<p>hostile</p>')
      const answer: unknown = await window.webContents.executeJavaScript(`new Promise(resolve => {
        addEventListener('message', event => event.ports.length > 0 && resolve('given'))
        postMessage('lobule:page-ready', '*')
        setTimeout(() => resolve('nothing'), 500)
      })`)
      return answer
    })
    expect(heard).toBe('nothing')
    expect(logOf(app)).toContain('port refused')
  })
})

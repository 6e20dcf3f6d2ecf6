import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedFonts } from '#main/documents/fonts.ts'
import type { FailureReport } from '#main/engine/failure.ts'
import type { Timer } from '#main/engine/timer.ts'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { loadProtocols } from '#main/interchange/protocol-file.ts'
import type { EngineEvent } from '#shared/api/events.ts'
import type { Role } from '#shared/api/rights.ts'

/** Argon2id at its cheapest: tests derive dozens of keys. */
export const FAST_KDF = { memoryKiB: 8, iterations: 1, parallelism: 1 }
export const PASSWORD = 'a long enough password'
/** What somebody else chose for a user; each changes it at their first login. */
export const FIRST_PASSWORD = 'the first password'

const protocols = await loadProtocols(join(import.meta.dirname, '../../resources/protocols'))

/** A clock that stands still until it is moved. */
export function startClock(at = '2026-11-22T02:00:00.000Z') {
  let instant = Date.parse(at)
  return {
    now: () => new Date(instant),
    advance(seconds: number) {
      instant += seconds * 1000
    },
    set(to: string) {
      instant = Date.parse(to)
    },
  }
}

/** What a host says of itself, as tests have it. */
export const TEST_APP = {
  version: '0.0.0',
  build: null,
  host: 'direct',
  runtime: { node: process.versions.node },
  sample: false,
} as const

/** What documents are made with, as it lies beside the sources. */
export const TEST_DOCUMENTS = {
  fonts: shippedFonts(),
  verifierPage: join(import.meta.dirname, '../../out/verifier/verifier.html'),
}

/** A timer that stands still until time passes; `sleep` lets it pass without a tick, as a sleeping computer does. */
function startTimer() {
  let instant = 0
  const running = new Set<() => void>()
  const timer: Timer = {
    now: () => instant,
    every(_milliseconds, work) {
      running.add(work)
      return () => void running.delete(work)
    },
  }
  return {
    timer,
    running: () => running.size,
    sleep(seconds: number) {
      instant += seconds * 1000
    },
    /** One tick a second, as the engine asks for. */
    pass(seconds: number) {
      for (let second = 0; second < seconds; second += 1) {
        instant += 1000
        for (const work of [...running]) work()
      }
    },
    /** Ticks while the clock is turned back. */
    passBackwards(seconds: number) {
      for (let second = 0; second < seconds; second += 1) {
        instant -= 1000
        for (const work of [...running]) work()
      }
    },
  }
}

/** The real engine on a fresh folder, with a clock to move and ids that count; removed by `dispose`. */
export function startEngine(now = startClock()) {
  const home = mkdtempSync(join(tmpdir(), 'lobule-test-'))
  const directory = join(home, 'store')
  const failures: FailureReport[] = []
  const events: EngineEvent[] = []
  const { timer, ...idle } = startTimer()
  let count = 0
  const options = {
    directory,
    protocols,
    now: now.now,
    kdf: FAST_KDF,
    app: TEST_APP,
    documents: TEST_DOCUMENTS,
    timer,
    onEvent: (event: EngineEvent) => void events.push(event),
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    report: (failure: FailureReport) => void failures.push(failure),
  }
  let engine = createEngine(options)
  const client = directClient({ handle: request => engine.handle(request) })
  return {
    directory,
    clock: now,
    failures,
    /** What the engine told unasked. */
    events,
    /** Time at an idle keyboard. */
    idle,
    api: client,
    handle: (request: unknown) => engine.handle(request),
    lock: () => engine.lock(),
    /** Ends the engine after a backup that is due, as a host does that is asked to close. */
    close: (waitMs: number) => engine.close(waitMs),
    /** The first login of a user, at another window so that the session at hand stays as it is. */
    async firstLogin(loginName: string) {
      const other = createEngine({ ...options, timer: startTimer().timer, onEvent: () => undefined })
      const { session } = directClient(other)
      await session.unlock({ loginName, password: FIRST_PASSWORD })
      await session.changePassword({ currentPassword: FIRST_PASSWORD, newPassword: PASSWORD })
      await other.close()
    },
    /** Ends the engine and starts another on the same folder, as after a reboot. */
    restart() {
      void engine.close()
      engine = createEngine(options)
    },
    dispose() {
      void engine.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
export type TestEngine = ReturnType<typeof startEngine>

/** An engine whose store has a site and its principal investigator `chen`, logged in. */
export async function startSite(now = startClock()) {
  const test = startEngine(now)
  const created = await test.api.site.create({
    name: 'Training hospital',
    number: '01',
    timeZone: 'Asia/Shanghai',
    principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
  })
  return {
    ...test,
    ...created,
    /** Adds an active user of a role, who then sets a password of their own; the login name is the role's name. */
    async addUser(role: Role) {
      const user = await test.api.users.add({
        ...{ loginName: role, fullName: `User ${role}`, role, password: FIRST_PASSWORD },
      })
      await test.firstLogin(role)
      return user
    },
    /** Locks and opens a session of another user. */
    async as(loginName: string) {
      await test.api.session.lock({})
      return test.api.session.unlock({ loginName, password: PASSWORD })
    },
  }
}
export type TestSite = Awaited<ReturnType<typeof startSite>>

/** A failed call as its payload; fails the test where the call succeeds. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'payload' in error) return error.payload
    throw error
  }
  throw new Error('the call was expected to fail')
}

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FailureReport } from '#main/engine/failure.ts'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { loadProtocols } from '#main/interchange/protocol-file.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { FAST_KDF, TEST_APP, TEST_DOCUMENTS } from '#test/support/engine.ts'

const protocols = await loadProtocols(join(import.meta.dirname, '../../resources/protocols'))
/** A day after the template was made. */
const BEGINNING = Date.parse('2026-11-23T02:00:00.000Z')
const startedAt = performance.now()

/** The site's clock: it runs, from a fixed day on, so that a trial does not depend on when it is made. */
export function siteNow(offsetMs = 0): Date {
  return new Date(BEGINNING + Math.round(performance.now() - startedAt) + offsetMs)
}

/** The real engine on a store that is there. */
export function siteOn(directory: string, now: () => Date = siteNow) {
  const failures: FailureReport[] = []
  const engine = createEngine({
    ...{ directory, protocols, now, kdf: FAST_KDF, app: TEST_APP, documents: TEST_DOCUMENTS },
    newId: randomUUID,
    report: failure => void failures.push(failure),
  })
  return {
    api: directClient(engine),
    /** What the engine took for a bug of its own: none is ever right. */
    failures,
    lock: () => engine.lock(),
    close: async () => void (await engine.close()),
  }
}
export type SiteOn = ReturnType<typeof siteOn>

/** The payload of a refused call; what is no refusal is thrown on. */
export function payloadOf(error: unknown): ErrorPayload {
  if (error instanceof AppError) return error.payload
  throw error
}

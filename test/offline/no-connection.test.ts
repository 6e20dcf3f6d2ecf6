import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { DocumentId } from '#shared/core/ids.ts'
import { sign, startDecidedSite } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD, startSite } from '#test/support/engine.ts'
import { verified } from '#test/support/signed-document.ts'

/** Every way out of a process of Node. */
const waysOut = {
  fetch: [globalThis, 'fetch'],
  'http.request': [http, 'request'],
  'http.get': [http, 'get'],
  'https.request': [https, 'request'],
  'https.get': [https, 'get'],
  'net.Socket.connect': [net.Socket.prototype, 'connect'],
  'dgram.Socket.send': [dgram.Socket.prototype, 'send'],
  'dgram.Socket.connect': [dgram.Socket.prototype, 'connect'],
  'dns.lookup': [dns, 'lookup'],
  'dns.resolve': [dns, 'resolve'],
  'dns.promises.lookup': [dns.promises, 'lookup'],
  'dns.promises.resolve': [dns.promises, 'resolve'],
} as const satisfies Record<string, readonly [object, string]>

let attempts: string[]
let restore: (() => void)[]

beforeEach(() => {
  attempts = []
  restore = Object.entries(waysOut).map(([name, [owner, method]]) => deny(name, owner, method))
  // Otherwise `import { lookup } from 'node:dns'` would still find the original.
  syncBuiltinESMExports()
})
afterEach(() => {
  for (const undo of restore) undo()
  syncBuiltinESMExports()
})

function deny(name: string, owner: object, method: string): () => void {
  const original: unknown = Reflect.get(owner, method)
  Reflect.set(owner, method, () => {
    attempts.push(name)
    throw new Error(`the network is denied: ${name}`)
  })
  return () => void Reflect.set(owner, method, original)
}

const laboratory = (unit: string) =>
  FactContent.parse({ kind: 'laboratory', on: '2026-11-10', loinc: '1751-7', value: '34.5', unit })

describe('[S3] with the network denied', () => {
  it('creates, unlocks, charts, screens and verifies without one attempt to connect', async () => {
    const site = await startSite()
    try {
      const { patient } = await site.api.patients.register({
        ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male', fullName: '王小明' },
        birthDate: PartialDate.parse('1976-03-14'),
      })
      const record = (unit: string) =>
        site.api.facts.record({ patientId: patient.id, facts: [{ content: laboratory(unit) }] })
      expect((await record('g/L')).facts).toHaveLength(1)
      expect(await failureOf(record('mmols'))).toMatchObject({ code: 'invalid_input' })

      site.restart()
      await site.api.session.unlockWithRecovery({
        ...{ loginName: 'chen', recoveryKey: site.recoveryKey, newPassword: PASSWORD },
      })
      await site.as('chen')
      const on = CivilDate.parse('2026-12-01')
      const { screenings } = await site.api.screening.patient({ patientId: patient.id, on })
      expect(screenings).toHaveLength(2)
      expect((await site.api.audit.verify({})).problems).toEqual([])
    } finally {
      site.dispose()
    }
    expect(attempts).toEqual([])
    expect(site.failures).toEqual([])
  })

  it('signs, exports and verifies without one attempt to connect', async () => {
    const site = await startDecidedSite()
    try {
      const { document } = await sign(site, site.request)
      const { pdf } = await site.api.documents.export({ id: DocumentId.parse(document), how: 'file' })
      const authority = (await site.api.signing.authority({}))?.sha256
      const now = new Date('2026-11-23T02:00:00.000Z')
      const report = await verified(Uint8Array.from(Buffer.from(pdf, 'base64')), { authority, now })
      expect(report.verdict).toBe('holds')
    } finally {
      site.dispose()
    }
    expect(attempts).toEqual([])
    expect(site.failures).toEqual([])
  }, 60_000)

  it('would have counted an attempt by any way out', async () => {
    for (const [owner, method] of Object.values(waysOut)) {
      expect(() => Reflect.apply(Reflect.get(owner, method) as () => void, owner, [])).toThrow('denied')
    }
    expect(attempts).toEqual(Object.keys(waysOut))
    const named = await import('node:dns')
    expect(() => named.lookup('localhost', () => undefined)).toThrow('denied')
    expect(() => net.connect(9)).toThrow('denied')
    expect(attempts.slice(-2)).toEqual(['dns.lookup', 'net.Socket.connect'])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FailureReport } from '#main/engine/failure.ts'
import { createEventStreams } from '#main/hosts/loopback/event-streams.ts'
import { startServer } from '#main/hosts/loopback/server.ts'
import { pageAssets } from '#main/hosts/page/assets.ts'
import { type Client, createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { openInBrowser } from '#test/support/browser.ts'
import { PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'

/** A way to reach an engine; `leave` ends what only this way needs. */
interface Host {
  readonly api: Client<typeof contract>
  readonly leave?: () => Promise<void>
}

/** Every way to reach an engine. The window's port joins here when it comes. */
const hosts: Record<string, (engine: TestEngine) => Host | Promise<Host>> = {
  'the direct host': ({ api }) => ({ api }),
  'JSON text': ({ handle }) => ({
    api: createClient(contract, async request => {
      const answer = JSON.stringify(await handle(JSON.parse(JSON.stringify(request))))
      return JSON.parse(answer) as unknown
    }),
  }),
  'a structured clone': ({ handle }) => ({
    api: createClient(contract, async request => structuredClone(await handle(structuredClone(request)))),
  }),
  'the loopback host': async engine => {
    // No page is asked for here: any folder will do.
    const page = pageAssets(import.meta.dirname)
    const report = (failure: FailureReport) => void engine.failures.push(failure)
    const server = await startServer({ engine, page, streams: createEventStreams(), report })
    const { call } = await openInBrowser(server.link)
    return { api: createClient(contract, call), leave: server.close }
  },
}

describe.each(Object.entries(hosts))('over %s', (_name, connect) => {
  let engine: TestEngine
  let api: Client<typeof contract>
  let leave: Host['leave']
  beforeEach(async () => {
    engine = startEngine()
    const host = await connect(engine)
    api = host.api
    leave = host.leave
    await api.site.create({
      name: 'Training hospital',
      number: '01',
      timeZone: 'Asia/Shanghai',
      principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
    })
  })
  afterEach(async () => {
    await leave?.()
    engine.dispose()
    expect(engine.failures).toEqual([])
  })

  const wang = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male' as const }

  it('a candidate is registered, charted, corrected and screened', async () => {
    const { patient } = await api.patients.register(wang)
    const content = FactContent.parse({ kind: 'body_weight', on: '2026-11', kg: '61.50' })
    const { facts } = await api.facts.record({ patientId: patient.id, facts: [{ content }] })
    expect(facts).toMatchObject([{ version: 1, content: { kg: '61.50' }, source: { kind: 'typed' } }])
    expect(await api.facts.list({ patientId: patient.id })).toEqual(facts)
    const { screenings } = await api.screening.patient({ patientId: patient.id })
    expect(screenings).toHaveLength(2)
    expect((await api.audit.verify({})).problems).toEqual([])
  })

  it('the details of a failure stay typed', async () => {
    await api.patients.register(wang)
    await expect(api.patients.register(wang)).rejects.toEqual(
      new AppError({ code: 'duplicate', entity: 'patient', field: 'screeningNumber' }),
    )
  })

  it('a wrong input comes back with its path', async () => {
    const { patient } = await api.patients.register(wang)
    const content = { kind: 'body_weight', on: '2026-02-30', kg: 61.5 } as unknown as FactContent
    const failed = api.facts.record({ patientId: patient.id, facts: [{ content }] })
    await expect(failed).rejects.toMatchObject({
      payload: {
        code: 'invalid_input',
        issues: [{ path: 'facts[0].content.on' }, { path: 'facts[0].content.kg' }],
      },
    })
  })

  it('a locked store answers nothing but the open calls', async () => {
    await api.session.lock({})
    await expect(api.patients.list({})).rejects.toEqual(new AppError({ code: 'locked' }))
    expect(await api.site.status({})).toEqual({ state: 'locked' })
    const opened = await api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(opened.user.loginName).toBe('chen')
  })
})

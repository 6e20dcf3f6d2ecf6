import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentContent } from '#shared/core/documents/payload.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId } from '#shared/core/ids.ts'
import {
  type DecidedSite,
  eligibleContents,
  PROTOCOL,
  sign,
  startDecidedSite,
} from '#test/support/decided-site.ts'
import { failureOf, PASSWORD } from '#test/support/engine.ts'
import { keptContent } from '#test/support/kept-documents.ts'
import { verified } from '#test/support/signed-document.ts'

// Each test draws documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite(eligibleContents())
})
afterEach(() => site.dispose())

async function record(content: object): Promise<FactId> {
  const facts = [{ content: FactContent.parse(content) }]
  const override = { second: { loginName: 'coordinator', password: PASSWORD }, reason: 'charted from paper' }
  const { facts: charted } = await site.api.facts.record({ patientId: site.patientId, facts, override })
  return charted[0]?.id ?? expect.fail('nothing was charted')
}

const bleeding = {
  ...{ kind: 'adverse_event', from: '2026-11-21T18:00:00+08:00', to: 'ongoing', term: '呕血 Haematemesis' },
  ...{ ctcae: 'esophageal_varices_hemorrhage', grades: [{ grade: 4, from: '2026-11-21' }] },
  ...{ serious: 'yes', criteria: ['life_threatening'] },
  aware: { at: '2026-11-21T20:00:00+08:00', by: 'Chen Wei' },
}
const dose = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-20T10:00:00+08:00' }
const enrolled = {
  ...{ kind: 'enrolment', on: '2026-11-19', protocol: PROTOCOL, status: 'enrolled', subjectNumber: '014' },
}
const judgement = (event: FactId) => ({
  ...{ kind: 'causality', on: '2026-11-22', event, product: 'not_related', procedure: 'not_related' },
  ...{ disease: 'related', ground: 'portal hypertension' },
  whoUmc: {
    category: 'unlikely',
    answers: {
      ...{ time: 'improbable', otherCauses: 'plausible', withdrawal: 'not_applicable', definitive: 'no' },
      ...{ rechallenge: 'not_done', information: 'sufficient' },
    },
  },
})

const contentOf = <K extends DocumentContent['kind']>(id: string, kind: K) => keptContent(site, id, kind)

async function reportOf(event: FactId) {
  const request = { kind: 'sae_report', event, to: 'sponsor' } as const
  return site.api.documents.create({ request, language: 'bilingual' })
}

describe('a report of a serious event', () => {
  it('tells the event as charted, with doses, values, history and the patient as of its onset', async () => {
    await record(enrolled)
    const given = await record(dose)
    await record({ kind: 'body_weight', on: '2026-11-18', kg: '61.5' })
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '60.0' })
    const event = await record(bleeding)
    const { id, kind, patientId, protocolId } = await reportOf(event)
    expect({ kind, patientId, protocolId }).toEqual({
      ...{ kind: 'sae_report', patientId: site.patientId, protocolId: PROTOCOL },
    })
    const content = await contentOf(id, 'sae_report')
    expect(content).toMatchObject({
      report: { to: 'sponsor', stage: 'initial', number: 0 },
      candidate: { initials: 'WXM', subjectNumber: '014' },
      person: { sex: 'female', birthDate: '1980-05-20', ageYears: 46, weight: { kg: '61.5' } },
      studyDay: 2,
      judgement: null,
      signature: null,
    })
    expect(content.event.content).toEqual(FactContent.parse(bleeding))
    expect(content.doses.map(({ fact }) => fact)).toEqual([given])
    expect(content.context.sinceDoses).toMatchObject([{ fact: given, days: 1, hours: 32 }])
    expect(content.history.map(({ text }) => text.en).join()).toContain('cirrhosis')
    expect(content.laboratory?.tests.map(({ abbreviation }) => abbreviation)).toContain('PT')
    expect(content.clocks.map(({ kind: clock }) => clock)).toContain('sponsor')
  })

  it('is a follow-up once a report to the same recipient is on record, which it names by its SHA-256', async () => {
    const event = await record(bleeding)
    const first = await reportOf(event)
    const sha256 = first.revisions[0]?.sha256 ?? expect.fail('no file')
    await record({
      ...{ kind: 'safety_report', on: '2026-11-22T09:00:00+08:00', event, to: 'sponsor', stage: 'initial' },
      ...{ recipient: 'Safety desk', how: 'secure e-mail', sent: { sha256, document: first.id } },
    })
    const content = await contentOf((await reportOf(event)).id, 'sae_report')
    expect(content.report).toEqual({ to: 'sponsor', stage: 'follow_up', number: 1 })
    expect(content.reports).toMatchObject([{ sha256, document: first.id, receivedAt: null }])
    const other = { kind: 'case_summary', event, to: 'ethics_committee' } as const
    const summary = await site.api.documents.create({ request: other, language: 'en' })
    expect((await contentOf(summary.id, 'case_summary')).report.stage).toBe('initial')
  })

  it('is refused for an event that is not serious, of which there is a summary all the same', async () => {
    const { serious: _serious, criteria: _criteria, ...mild } = bleeding
    const event = await record({ ...mild, serious: 'no' })
    expect(await failureOf(reportOf(event))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'request.event' }],
    })
    const request = { kind: 'case_summary', event, to: 'sponsor' } as const
    expect(await site.api.documents.create({ request, language: 'zh-CN' })).toMatchObject({
      kind: 'case_summary',
    })
  })

  it('is refused for an event that is not there, or no longer', async () => {
    const event = await record(bleeding)
    await site.api.facts.retract({ factId: event, expectedVersion: 1, reason: 'another patient' })
    expect(await failureOf(reportOf(event))).toMatchObject({ code: 'not_found' })
    const none = await failureOf(reportOf('no-such-fact' as FactId))
    expect(none).toMatchObject({ code: 'not_found', entity: 'fact' })
  })

  it('[K1] says of an unblinding that it happened and by whom, never what it showed', async () => {
    await record(enrolled)
    const event = await record(bleeding)
    const fact = await record({
      ...{ kind: 'unblinding', on: '2026-11-21T21:00:00+08:00', protocol: PROTOCOL, event },
      ...{ reason: 'urgent treatment', requestedBy: 'Emergency', performedBy: 'Hotline' },
    })
    const { unblindings } = await contentOf((await reportOf(event)).id, 'sae_report')
    expect(unblindings).toEqual([
      {
        ...{ fact, on: '2026-11-21T21:00:00+08:00', requestedBy: 'Emergency' },
        ...{ performedBy: 'Hotline', reason: 'urgent treatment', isForEvent: true },
      },
    ])
  })

  it('is signed as any document is', async () => {
    const event = await record(bleeding)
    const { id } = await reportOf(event)
    const signed = await sign(site, { kind: 'document', document: id })
    expect(signed.meaning.code).toBe('authorship')
  })
})

describe('a judgement of causality that is signed', () => {
  it('[E2] makes a report of the event that verifies, and the report for the sponsor then names its signature', async () => {
    const event = await record(bleeding)
    await record(judgement(event))
    const { patientId } = site
    const request = { kind: 'causality', patientId, event } as const
    const shown = await site.api.documents.preview({
      request: { kind: 'signature', request },
      language: 'en',
    })
    expect(shown.fileName).toContain('causality')
    const signed = await sign(site, request)
    const document = signed.document ?? expect.fail('no document')
    const { summary, file } = await site.api.documents.get({ id: document })
    expect(summary).toMatchObject({ kind: 'causality', patientId })
    const authority = await site.api.signing.authority({})
    const report = await verified(Buffer.from(file.pdf, 'base64'), {
      ...{ authority: authority?.sha256, now: site.clock.now() },
    })
    expect(report).toMatchObject({ verdict: 'holds', document: { id: document, kind: 'causality' } })
    const again = { kind: 'signed', signature: signed.id } as const
    const chinese = await site.api.documents.create({ request: again, language: 'zh-CN' })
    expect(chinese.kind).toBe('causality')
    const content = await contentOf((await reportOf(event)).id, 'sae_report')
    expect(content.signature).toMatchObject({ id: signed.id, status: 'current', signer: 'Chen Wei' })
    expect(content.judgement?.content).toMatchObject({ kind: 'causality', disease: 'related' })
  })
})

describe('a listing of events', () => {
  const listing = async (about: object) => {
    const request = { kind: 'event_listing', patientId: null, protocolId: null, ...about } as never
    const { id } = await site.api.documents.create({ request, language: 'en' })
    return contentOf(id, 'event_listing')
  }

  it('has every event of the patients asked for, oldest first, with who judged it', async () => {
    await record(enrolled)
    const first = await record({ kind: 'adverse_event', from: '2026-11-20', term: 'nausea', grades: [] })
    const event = await record(bleeding)
    await record(judgement(event))
    const content = await listing({ protocolId: PROTOCOL })
    expect(content.events.map(line => line.event)).toEqual([first, event])
    expect(content.events[1]?.causality).toMatchObject({
      ...{ disease: 'related', category: 'unlikely', author: 'Chen Wei', signature: null },
    })
    expect(await listing({ patientId: site.patientId })).toMatchObject({ outOf: 2 })
    expect(await listing({ protocolId: 'NCT07413549' })).toMatchObject({ outOf: 0, events: [] })
  })

  it('holds only what a line prints, and says how many its filter left out', async () => {
    await record({ kind: 'adverse_event', from: '2026-11-20', term: 'nausea', grades: [] })
    const event = await record({ ...bleeding, narrative: 'vomited blood at home' })
    const content = await listing({ filter: { serious: 'yes', atLeastGrade: 3 } })
    expect(content).toMatchObject({
      filter: { serious: 'yes', atLeastGrade: 3 },
      outOf: 2,
      events: [{ event }],
    })
    expect(JSON.stringify(content)).not.toContain('vomited')
  })
})

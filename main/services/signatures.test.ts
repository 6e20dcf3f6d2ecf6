import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import { Sha256, SignatureId } from '#shared/core/ids.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import {
  addSigner,
  chart,
  type DecidedSite,
  eligibleContents,
  PROTOCOL,
  sign,
  startDecidedSite,
} from '#test/support/decided-site.ts'
import { failureOf, PASSWORD } from '#test/support/engine.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

const actions = async (action: string) => site.api.audit.list({ action })
const review = (request: Parameters<typeof site.api.signatures.review>[0]['request'] = site.request) =>
  site.api.signatures.review({ request })

describe('a decision on eligibility', () => {
  it('[E2] [E4] says who, as what, when with the offset, and what it means in full', async () => {
    const signed = await sign(site, site.request)
    expect(signed).toMatchObject({
      signer: { fullName: 'Chen Wei', role: 'principal_investigator' },
      signedAt: '2026-11-22T10:00:00.000+08:00',
      meaning: { code: 'eligibility_approval', statement: meanings.eligibility_approval.statement },
      decision: { verdict: 'eligible', on: '2026-11-22', failing: [] },
      status: 'current',
    })
    const { record, verification } = await site.api.signatures.get({ id: signed.id })
    expect(record).toMatchObject({
      meaning: signed.meaning,
      signedAt: signed.signedAt,
      site: { number: '01' },
    })
    expect(verification).toEqual({ holds: true, problems: [] })
  })

  it('[E5] holds what was shown: readings, facts with versions and authors, outcomes, rules and software', async () => {
    const shown = await review()
    const signed = await sign(site, site.request)
    const { record } = await site.api.signatures.get({ id: signed.id })
    expect(record?.subject).toEqual(shown.subject)
    const { subject } = shown
    if (subject?.kind !== 'eligibility') throw new Error('no decision')
    expect(subject.configuration).toBe(site.configuration.id)
    expect(subject.readings.choices.every(({ alternative }) => alternative !== null)).toBe(true)
    expect(subject.facts.length).toBeGreaterThan(10)
    expect(new Set(subject.facts.map(({ author }) => author))).toEqual(new Set(['Chen Wei']))
    expect(subject.judgements).toMatchObject([{ answer: 'no', ground: 'stable, adherent' }])
    expect(record?.application).toEqual({ version: '0.0.0', build: null })
  })

  it('signs a screen failure with the criteria that fail', async () => {
    const patientId = await chart(site, eligibleContents().map(judgedUnfit))
    const request = { ...site.request, patientId }
    const signed = await sign(site, request)
    expect(signed).toMatchObject({
      meaning: { code: 'screen_failure' },
      decision: { verdict: 'ineligible', covers: null },
    })
    expect(signed.decision?.failing).toHaveLength(1)
  })

  it('names what stands in the way, and refuses it', async () => {
    const undetermined = await chart(site, eligibleContents().slice(0, 3))
    const shown = await review({ ...site.request, patientId: undetermined })
    expect(shown.blockers.map(({ code }) => code)).toEqual(['undetermined'])
    expect(shown.meanings).toEqual([])
    site.clock.advance(86_400)
    expect((await review()).blockers.map(({ code }) => code)).toEqual(['projected'])
    const items = [
      {
        request: site.request,
        meaning: 'eligibility_approval' as const,
        reviewed: Sha256.parse('0'.repeat(64)),
      },
    ]
    const call = site.api.signatures.sign({ loginName: 'chen', password: PASSWORD, language: 'en', items })
    expect(await failureOf(call)).toMatchObject({ code: 'cannot_sign', blockers: [{ code: 'projected' }] })
    expect((await actions('signature.refused')).map(({ newValue }) => newValue)).toMatchObject([
      { code: 'cannot_sign', blockers: ['projected'] },
    ])
  })

  it('asks for the signature under the readings, of the readings as they are', async () => {
    await sign(site, { kind: 'withdrawal', of: site.configuration.id, reason: 'a reading was misread' })
    const shown = await review()
    expect(shown).toMatchObject({ subject: null, sha256: null })
    expect(shown.blockers.map(({ code }) => code)).toEqual(['configuration_not_signed'])
  })

  it('is signed once: a second one finds the first', async () => {
    await sign(site, site.request)
    expect((await review()).blockers.map(({ code }) => code)).toEqual(['already_signed'])
  })

  it('refuses what is no longer what was shown', async () => {
    const { sha256 } = await review()
    await site.api.facts.record({
      patientId: site.patientId,
      facts: [
        {
          content: {
            kind: 'negative_finding',
            about: 'tips',
            to: PartialDate.parse('2026-11-22'),
            askedOf: ['patient'],
          },
        },
      ],
    })
    site.clock.advance(60)
    const judgement = (await site.api.facts.list({ patientId: site.patientId })).find(
      ({ content }) => content.kind === 'judgement',
    )
    if (judgement?.content.kind !== 'judgement' || sha256 === null) throw new Error('no judgement')
    await site.api.facts.correct({
      ...{ factId: judgement.id, expectedVersion: 1, reason: 'said better' },
      content: { ...judgement.content, ground: 'stable and adherent' },
    })
    const items = [{ request: site.request, meaning: 'eligibility_approval' as const, reviewed: sha256 }]
    const call = site.api.signatures.sign({ loginName: 'chen', password: PASSWORD, language: 'en', items })
    expect(await failureOf(call)).toEqual({ code: 'changed_since_shown' })
    expect(await site.api.signatures.list({ patientId: site.patientId })).toEqual([])
  })

  it('[A6] holds what the clock did in its session, also right before it', async () => {
    site.clock.advance(-120)
    const signed = await sign(site, site.request)
    const { record } = await site.api.signatures.get({ id: signed.id })
    expect(record?.clock).toMatchObject([{ code: 'moved_back', movedBackSeconds: 120 }])
    const [noticed] = await actions('clock.noticed')
    expect(record?.clock[0]?.seq).toBe(noticed?.seq)
    expect((await site.api.audit.verify({})).clockFindings).toBe(1)
  })

  it('[A3] anchors the trail: its head at that time is in the record', async () => {
    const { record } = await site.api.signatures.get({ id: (await sign(site, site.request)).id })
    const entries = await site.api.audit.list({})
    const head = entries.find(({ seq }) => seq === record?.trail.seq)
    expect(head?.hash).toBe(record?.trail.hash)
    expect((await site.api.audit.verify({})).anchoredBySignatures).toBe(2)
  })
})

function judgedUnfit(content: ReturnType<typeof eligibleContents>[number]) {
  return content.kind === 'judgement' ? { ...content, answer: 'yes' as const } : content
}

describe('who signs', () => {
  it('[U2] coordinators, monitors and administrators do not, and the attempt is in the trail', async () => {
    const { sha256 } = await review()
    await site.addUser('monitor')
    await site.addUser('administrator')
    const items = [
      {
        request: site.request,
        meaning: 'eligibility_approval' as const,
        reviewed: sha256 ?? Sha256.parse('0'.repeat(64)),
      },
    ]
    for (const loginName of ['coordinator', 'monitor', 'administrator']) {
      await site.as(loginName)
      const call = site.api.signatures.sign({ loginName, password: PASSWORD, language: 'en', items })
      expect(await failureOf(call)).toEqual({ code: 'not_permitted', right: 'signatures.sign' })
    }
    await site.as('chen')
    const denied = (await actions('access.denied')).filter(({ subject }) => subject.id === 'signatures.sign')
    expect(denied).toHaveLength(3)
  })

  it('wants the judgement to be the signer’s own', async () => {
    await addSigner(site)
    const { blockers } = await review()
    expect(blockers).toMatchObject([{ code: 'judgement_not_own', about: [expect.any(String)] }])
  })

  it('lets the principal investigator countersign, where the site wants it, in the same document', async () => {
    await site.api.settings.change({
      ...{ expectedVersion: 0, changes: { countersignature: true }, reason: 'policy' },
    })
    await addSigner(site)
    const patientId = await chart(site, eligibleContents())
    const request = { ...site.request, patientId }
    const signed = await sign(site, request, { loginName: 'sub_investigator' })
    expect(signed.status).toBe('awaiting_countersignature')
    await site.as('chen')
    expect((await site.api.signatures.workList({})).map(({ kind }) => kind)).toContain(
      'awaiting_countersignature',
    )
    await sign(site, { kind: 'countersignature', of: signed.id })
    const [now] = (await site.api.signatures.list({ patientId })).filter(({ id }) => id === signed.id)
    expect(now).toMatchObject({ status: 'current', countersigned: { by: 'Chen Wei' } })
    const [document] = await site.api.documents.list({ patientId })
    expect(document?.revisions).toHaveLength(2)
    const own = await sign(site, site.request)
    const shown = await review({ kind: 'countersignature', of: own.id })
    expect(shown.blockers.map(({ code }) => code)).toEqual(['own_signature', 'already_signed'])
  })

  it('[U1] still shows the name, and verifies, after the signer was deactivated', async () => {
    await addSigner(site)
    const patientId = await chart(site, eligibleContents())
    const { id } = await sign(site, { ...site.request, patientId }, { loginName: 'sub_investigator' })
    await site.as('chen')
    const person = (await site.api.users.list({})).find(({ loginName }) => loginName === 'sub_investigator')
    if (person === undefined) throw new Error('no such user')
    await site.api.users.deactivate({ userId: person.id, reason: 'left the site' })
    const { summary, verification } = await site.api.signatures.get({ id })
    expect(summary.signer.fullName).toBe('User sub_investigator')
    expect(verification.holds).toBe(true)
  })
})

describe('a withdrawal', () => {
  it('[E7] is signed itself, with its reason, and the record stays readable', async () => {
    const signed = await sign(site, site.request)
    await sign(site, { kind: 'withdrawal', of: signed.id, reason: 'the consent was of an older version' })
    const { summary, record, verification } = await site.api.signatures.get({ id: signed.id })
    expect(summary).toMatchObject({
      status: 'withdrawn',
      withdrawn: { by: 'Chen Wei', reason: 'the consent was of an older version' },
    })
    expect([record?.subject.kind, verification.holds]).toEqual(['eligibility', true])
    const [entry] = (await actions('signature.sign')).slice(-1)
    expect(entry).toMatchObject({
      reason: 'the consent was of an older version',
      newValue: { meaning: 'withdrawal' },
    })
    const shown = await review({ kind: 'withdrawal', of: signed.id, reason: 'again' })
    expect(shown.blockers.map(({ code }) => code)).toEqual(['not_current'])
  })
})

describe('several in one sitting', () => {
  it('[E7] signs none unless each was shown', async () => {
    const other = await chart(site, eligibleContents())
    const requests = [site.request, { ...site.request, patientId: other }]
    const shown = await Promise.all(requests.map(request => review(request)))
    const items = requests.map((request, index) => ({
      ...{ request, meaning: 'eligibility_approval' as const },
      reviewed: shown[index]?.sha256 ?? Sha256.parse('0'.repeat(64)),
    }))
    const wrong = items.map((item, index) =>
      index === 1 ? { ...item, reviewed: items[0]?.reviewed ?? item.reviewed } : item,
    )
    const call = (list: typeof items) =>
      site.api.signatures.sign({ loginName: 'chen', password: PASSWORD, language: 'en', items: list })
    expect(await failureOf(call(wrong))).toEqual({ code: 'changed_since_shown' })
    expect(await failureOf(call(items.flatMap(item => [item, item])))).toMatchObject({
      code: 'invalid_input',
    })
    expect(await site.api.signatures.list({})).toHaveLength(1)
    expect(await call(items)).toHaveLength(2)
    expect(await site.api.signatures.list({})).toHaveLength(3)
  })
})

describe('a kept document', () => {
  it('takes the signature of who made it and of one reviewer', async () => {
    const document = await site.api.documents.create({ request: { kind: 'screening_log' }, language: 'en' })
    const request = { kind: 'document', document: document.id } as const
    const signed = await sign(site, request, { meaning: 'authorship' })
    expect(signed).toMatchObject({ kind: 'document', meaning: { code: 'authorship' }, document: document.id })
    expect((await review(request)).blockers.map(({ code }) => code)).toEqual(['already_signed'])
    const { verification } = await site.api.signatures.get({ id: SignatureId.parse(signed.id) })
    expect(verification.holds).toBe(true)
  })

  it('is not signed where it leaves no room: the page of the site certificate', async () => {
    const document = await site.api.documents.create({
      ...{ request: { kind: 'site_certificate' }, language: 'en' },
    })
    const { blockers } = await review({ kind: 'document', document: document.id })
    expect(blockers).toEqual([{ code: 'not_signable', about: [] }])
  })
})

describe('the lists', () => {
  it('shows a user without patients the signatures under readings only', async () => {
    await sign(site, site.request)
    await site.addUser('administrator')
    await site.as('administrator')
    expect((await site.api.signatures.list({})).map(({ kind }) => kind)).toEqual(['configuration'])
    expect(await failureOf(site.api.signatures.list({ patientId: site.patientId }))).toMatchObject({
      code: 'not_permitted',
    })
    await site.as('chen')
    const own = await site.api.signatures.list({ protocolId: PROTOCOL })
    expect(own.map(({ kind }) => kind)).toEqual(['configuration'])
  })

  it('tells what waits for a signature, and to a monitor what became of the others', async () => {
    expect(await site.api.signatures.workList({})).toMatchObject([
      { kind: 'ready_to_sign', patientId: site.patientId, protocolId: PROTOCOL },
    ])
    await site.addUser('monitor')
    await site.as('monitor')
    expect(await site.api.signatures.workList({})).toEqual([])
  })

  it('lets an approval expire with its days, unless one of them was used', async () => {
    const signed = await sign(site, site.request)
    const to = signed.decision?.covers?.to
    if (!to) throw new Error('an approval without an end')
    site.clock.set(`${to}T20:00:00.000Z`)
    const status = async () =>
      (await site.api.signatures.list({ patientId: site.patientId })).map(s => s.status)
    await site.as('chen')
    expect(await status()).toEqual(['expired'])
    expect((await site.api.signatures.workList({})).map(({ kind }) => kind)).toEqual(['expired'])
    await site.api.patients.amend({
      ...{ id: site.patientId, expectedVersion: 1, reason: 'registered' },
      changes: { registrationDate: to },
    })
    expect(await status()).toEqual(['current'])
  })
})

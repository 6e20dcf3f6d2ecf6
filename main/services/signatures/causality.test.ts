import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import { FactId } from '#shared/core/ids.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { addSigner, sign } from '#test/support/decided-site.ts'
import { failureOf } from '#test/support/engine.ts'
import { type JudgedSite, judgementOf, record, startJudgedSite } from '#test/support/judged-site.ts'
import { verified } from '#test/support/signed-document.ts'
import { tamperSignatures } from '#test/support/tamper.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: JudgedSite
beforeEach(async () => {
  site = await startJudgedSite()
})
afterEach(() => site.dispose())

const review = (request: SignatureRequest = site.causality) => site.api.signatures.review({ request })
const blockersOf = async (request?: SignatureRequest) =>
  (await review(request)).blockers.map(({ code }) => code)
const statusOf = async (id: Awaited<ReturnType<typeof sign>>['id']) =>
  (await site.api.signatures.get({ id })).summary.status
const asks = (countersignature: boolean) =>
  site.api.settings.change({ expectedVersion: 0, changes: { countersignature }, reason: 'decided' })
const waiting = async () =>
  (await site.api.signatures.workList({})).flatMap(({ kind, event, signature }) =>
    event === null ? [] : [{ kind, event, signature }],
  )

/** A sub-investigator who signs, judged the event on their own and is logged in. */
async function judgedBySub() {
  await addSigner(site)
  const own = { ...judgementOf(site.event), product: 'not_related', ground: 'isoniazid explains it' }
  await record(site, site.patientId, own)
}

describe('a judgement of causality', () => {
  it('[E2] [E4] says who, as what, when with the offset, and what it means in full', async () => {
    const signed = await sign(site, site.causality)
    expect(signed).toMatchObject({
      ...{ kind: 'causality', event: site.event, patientId: site.patientId, status: 'current' },
      signer: { fullName: 'Chen Wei', role: 'principal_investigator' },
      signedAt: '2026-11-30T10:00:00.000+08:00',
      meaning: {
        code: 'causality_assessment',
        statement: meanings.causality_assessment.statement,
      },
    })
  })

  it('[E5] holds what was shown: event, judgement, doses, liver tests, medicines, rules; and prints it', async () => {
    const { subject } = await review()
    const { id, document } = await sign(site, site.causality)
    const { record: kept, verification } = await site.api.signatures.get({ id })
    expect(kept?.subject).toEqual(subject)
    expect(verification).toEqual({ holds: true, problems: [] })
    expect(subject).toMatchObject({
      ...{ kind: 'causality', rules: 'lobule.causality/1', today: '2026-11-30' },
      event: { id: site.event, version: 1, author: 'Chen Wei' },
      judgement: { id: site.judgement, content: { product: 'related' } },
      onset: { studyDay: 7, sinceDose: { number: 1, days: 6, hours: 141.5 } },
      context: {
        sinceDoses: [{ fact: site.dose, number: 1, days: 6 }],
        liver: {
          r: { value: 6, on: '2026-11-28' },
          edish: { alt: 6, bilirubin: 2.5, bilirubinOn: '2026-11-29', quadrant: 'possible_hys_law' },
        },
        medications: [{ text: { en: 'isoniazid' }, isAtOnset: true }],
      },
    })
    if (document === null) throw new Error('nothing was printed')
    const { file } = await site.api.documents.get({ id: document })
    const authority = (await site.api.signing.authority({}))?.sha256
    const found = await verified(Buffer.from(file.pdf, 'base64'), { authority, now: site.clock.now() })
    expect(found.verdict).toBe('holds')
  })

  it('is the signer’s own: whoever has not judged cannot sign, and two who judged sign each their own', async () => {
    const own = await sign(site, site.causality)
    expect(await blockersOf()).toEqual(['already_signed'])
    await addSigner(site)
    expect(await blockersOf()).toEqual(['no_judgement'])
    expect((await review()).subject).toBeNull()
    await record(site, site.patientId, { ...judgementOf(site.event), product: 'undetermined' })
    expect((await review()).subject).toMatchObject({ judgement: { content: { product: 'undetermined' } } })
    const other = await sign(site, site.causality, { loginName: 'sub_investigator' })
    expect([await statusOf(own.id), await statusOf(other.id)]).toEqual(['current', 'current'])
  })

  it('[U2] is signed by investigators alone, of an event that is charted of this patient', async () => {
    const unknown = { ...site.causality, event: FactId.parse('nowhere') }
    expect(await failureOf(review(unknown))).toMatchObject({ code: 'not_found', entity: 'fact' })
    const aboutDose = { ...site.causality, event: site.dose }
    expect(await failureOf(review(aboutDose))).toMatchObject({ code: 'not_found', entity: 'fact' })
    await site.as('coordinator')
    expect(await failureOf(review())).toMatchObject({ code: 'not_permitted', right: 'signatures.sign' })
  })

  it('[E3] shows that its row names another event', async () => {
    const { id } = await sign(site, site.causality)
    await tamperSignatures(site, raw =>
      raw.exec(`UPDATE signatures SET fact_id = '${site.dose}' WHERE signature_id = '${id}'`),
    )
    const { verification } = await site.api.signatures.get({ id })
    expect(verification.problems).toEqual(['record_moved'])
  })
})

describe('after a judgement was signed', () => {
  it('the principal investigator countersigns that of a sub-investigator, where the site asks for it', async () => {
    await asks(true)
    await judgedBySub()
    const { id, status } = await sign(site, site.causality, { loginName: 'sub_investigator' })
    expect(status).toBe('awaiting_countersignature')
    await site.as('chen')
    expect(await waiting()).toContainEqual({
      ...{ kind: 'awaiting_countersignature', event: site.event, signature: id },
    })
    const request = { kind: 'countersignature', of: id } as const
    const { subject } = await review(request)
    expect(subject).toMatchObject({
      summary: {
        en: expect.stringContaining('adverse event: raised transaminases, product: not related') as unknown,
        'zh-CN': expect.stringContaining('raised transaminases') as unknown,
      },
    })
    await sign(site, request)
    expect(await statusOf(id)).toBe('current')
    expect(await blockersOf(request)).toEqual(['already_signed'])
    const own = await sign(site, site.causality)
    expect(own.status).toBe('current')
    expect(await blockersOf({ kind: 'countersignature', of: own.id })).toEqual([
      'own_signature',
      'already_signed',
    ])
  })

  it('who signed withdraws it with a reason, and can sign again', async () => {
    const { id } = await sign(site, site.causality)
    await addSigner(site)
    const request = { kind: 'withdrawal', of: id, reason: 'another dose was meant' } as const
    expect(await blockersOf(request)).toEqual(['not_the_signer'])
    await site.as('chen')
    await sign(site, request)
    expect(await statusOf(id)).toBe('withdrawn')
    expect(await waiting()).toEqual([{ kind: 'causality_to_sign', event: site.event, signature: null }])
    expect(await statusOf((await sign(site, site.causality)).id)).toBe('current')
  })

  it('one that is no longer current is not countersigned, and is signed anew by who judged', async () => {
    await asks(true)
    await judgedBySub()
    const { id } = await sign(site, site.causality, { loginName: 'sub_investigator' })
    const { content } = (await site.api.facts.list({ patientId: site.patientId })).find(
      fact => fact.id === site.dose,
    ) ?? { content: undefined }
    if (content?.kind !== 'dose') throw new Error('no dose')
    const from = '2026-11-23T10:30:00+08:00' as typeof content.from
    await site.api.facts.correct({
      ...{ factId: site.dose, expectedVersion: 1, reason: 'date misread', content: { ...content, from } },
    })
    await site.as('chen')
    expect(await blockersOf({ kind: 'countersignature', of: id })).toEqual(['not_current'])
    expect(await waiting()).toContainEqual({ kind: 'review_again', event: site.event, signature: id })
    await site.as('sub_investigator')
    const anew = await sign(site, site.causality, { loginName: 'sub_investigator' })
    expect([await statusOf(id), anew.status]).toEqual(['not_current', 'awaiting_countersignature'])
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['awaiting_countersignature'])
  })
})

it('is not charted with points that RUCAM does not have for its kind of injury', async () => {
  const items = { onset: 2, course: 3, riskFactors: 0, concomitant: 0, alternativeCauses: 0 }
  const rucam = (injury: string) => ({
    ...judgementOf(site.event),
    rucam: { injury, items: { ...items, previousHepatotoxicity: null, rechallenge: null } },
  })
  await record(site, site.patientId, rucam('hepatocellular'))
  expect(await failureOf(record(site, site.patientId, rucam('cholestatic_or_mixed')))).toMatchObject({
    ...{ code: 'invalid_input', issues: [{ path: 'facts[0].content.rucam.items.course' }] },
  })
})

it('the work list names an event that nobody judged, then the judgement that its author has not signed', async () => {
  await sign(site, site.causality)
  expect(await waiting()).toEqual([])
  const [second] = await record(site, site.patientId, {
    ...{ kind: 'adverse_event', from: '2026-11-29', term: 'headache', grades: [] },
  })
  if (second === undefined) throw new Error('nothing was charted')
  expect(await waiting()).toEqual([{ kind: 'causality_to_judge', event: second, signature: null }])
  await record(site, site.patientId, judgementOf(second))
  expect(await waiting()).toEqual([{ kind: 'causality_to_sign', event: second, signature: null }])
  await addSigner(site)
  expect(await waiting()).toEqual([])
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { DocumentContent } from '#shared/core/documents/payload.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { meanings as allMeanings } from '#shared/core/signatures/meaning.ts'
import type { SeriesId } from '#shared/core/trends/series.ts'
import type { Content } from '#test/support/chart-builder.ts'
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

async function chartMore(...contents: Content[]) {
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  const override = { second: { loginName: 'coordinator', password: PASSWORD }, reason: 'charted from paper' }
  await site.api.facts.record({ patientId: site.patientId, facts, override })
}

const enrolled: Content = {
  ...{ kind: 'enrolment', on: '2026-11-20', protocol: PROTOCOL, status: 'enrolled' },
  subjectNumber: '014',
}
const albumin: Content = {
  ...{ kind: 'laboratory', on: '2026-11-19', loinc: '1751-7', value: '34.1', unit: 'g/L' },
  range: { low: '40', high: '55' },
}
const dose: Content = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-21T10:00:00+08:00' }

const contentOf = <K extends DocumentContent['kind']>(id: string, kind: K) => keptContent(site, id, kind)

async function reviewOf(protocolId: typeof PROTOCOL | null) {
  const request = { kind: 'chart_review', patientId: site.patientId, protocolId } as const
  return site.api.documents.create({ request, language: 'bilingual' })
}

describe('a review of trends', () => {
  it('holds the trends exactly as the charts show them', async () => {
    await chartMore(enrolled, dose)
    const { trends } = await site.api.trends.patient({ patientId: site.patientId, protocolId: PROTOCOL })
    const content = await contentOf((await reviewOf(PROTOCOL)).id, 'chart_review')
    expect(content.trends).toEqual(trends)
    expect(content.trends.day0).toBe('2026-11-21')
    expect(content).toMatchObject({ scheduleVersion: 0, chartingVersion: 0, protocol: { id: PROTOCOL } })
    expect(content.candidate).toMatchObject({ initials: 'WXM', subjectNumber: '014' })
  })

  it('holds of the series only those that were reviewed, and what was asked for', async () => {
    await chartMore(albumin)
    const series: SeriesId[] = ['albumin', 'albi']
    const { patientId } = site
    const request = { kind: 'chart_review', patientId, protocolId: null, series } as const
    const made = await site.api.documents.create({ request, language: 'en' })
    const content = await contentOf(made.id, 'chart_review')
    expect(content.asked).toEqual(['albumin', 'albi'])
    expect(content.trends.series.map(({ id }) => id)).toEqual(['albumin'])
    expect(new Set(content.trends.gaps.map(({ score }) => score))).toEqual(new Set(['albi']))
  })

  it('[E2] is signed as a review of the trends, which is offered first, and verifies with its certificate', async () => {
    const made = await reviewOf(null)
    const request = { kind: 'document', document: made.id } as const
    const { meanings } = await site.api.signatures.review({ request })
    expect(meanings).toEqual(['trend_review', 'authorship', 'review'])
    const signed = await sign(site, request)
    expect(signed.meaning.code).toBe('trend_review')
    const { file } = await site.api.documents.get({ id: made.id })
    const authority = await site.api.signing.authority({})
    const report = await verified(Buffer.from(file.pdf, 'base64'), {
      ...{ authority: authority?.sha256, now: site.clock.now() },
    })
    expect(report).toMatchObject({ verdict: 'holds', document: { id: made.id, kind: 'chart_review' } })
    expect(report.signatures[0]?.meaning).toEqual(allMeanings.trend_review.name)
  })

  it('is no meaning that other documents are signed with', async () => {
    const log = await site.api.documents.create({ request: { kind: 'screening_log' }, language: 'en' })
    const { meanings } = await site.api.signatures.review({ request: { kind: 'document', document: log.id } })
    expect(meanings).toEqual(['authorship', 'review'])
  })
})

describe('a worksheet of a visit', () => {
  const request = () =>
    ({ kind: 'visit_worksheet', patientId: site.patientId, protocolId: PROTOCOL, visit: 'baseline' }) as const

  it('asks for what the visit asks for, with the last value of each test', async () => {
    const earlier = { ...albumin, on: '2026-10-02', value: '31.0' }
    await chartMore(enrolled, albumin, earlier)
    const { id, kind, patientId, protocolId } = await site.api.documents.create({
      request: request(),
      language: 'zh-CN',
    })
    expect({ kind, patientId, protocolId }).toEqual({
      kind: 'visit_worksheet',
      patientId: site.patientId,
      protocolId: PROTOCOL,
    })
    const content = await contentOf(id, 'visit_worksheet')
    expect(content.tests.map(({ abbreviation }) => abbreviation)).toEqual(
      expect.arrayContaining(['TBIL', 'ALB', 'PT', 'INR', 'PTA', 'HBV DNA', 'IgG', 'IgA', 'IgM']),
    )
    expect(new Set(content.items.flatMap(({ forms }) => forms))).toEqual(
      new Set(['laboratory', 'portal_vein', 'ascites', 'histology', 'free']),
    )
    expect(content.tests.find(({ abbreviation }) => abbreviation === 'ALB')).toMatchObject({
      ...{ unit: 'g/L', last: { printed: '34.1', on: '2026-11-19' } },
    })
    expect(content.visit.window).toBeNull()
  })

  it('has the site’s window and its own assessments once the site entered them', async () => {
    await chartMore(enrolled, dose)
    const content = SiteSchedule.parse({
      ...{
        schema: 'lobule.schedule/1',
        protocol: PROTOCOL,
        protocolVersion: '2.0',
        approvedOn: '2026-01-05',
      },
      windows: [],
      extraVisits: [
        {
          ...{
            id: 'week-12',
            title: 'Week 12',
            anchor: { from: 'dose', number: 1 },
            day: 84,
            before: 3,
            after: 5,
          },
          assessments: ['albumin', 'sf-36'],
        },
      ],
      assessments: [{ id: 'sf-36', title: 'SF-36' }],
      doses: { hasIdentifier: false, checklist: [], stoppingRules: [] },
    })
    await site.api.conduct.enterSchedule({ protocolId: PROTOCOL, expectedVersion: 0, content })
    const made = await site.api.documents.create({
      request: { ...request(), visit: 'week-12' },
      language: 'en',
    })
    const kept = await contentOf(made.id, 'visit_worksheet')
    expect(kept).toMatchObject({
      scheduleVersion: 1,
      visit: {
        source: 'site',
        planned: '2027-02-13',
        dayOfTrial: 84,
        window: { from: '2027-02-10', to: '2027-02-18' },
      },
      items: [{ id: 'albumin' }, { id: 'sf-36', source: 'site', forms: ['free'] }],
    })
  })

  it('cannot be signed in Lobule: it is signed by hand', async () => {
    await chartMore(enrolled)
    const made = await site.api.documents.create({ request: request(), language: 'en' })
    const { blockers } = await site.api.signatures.review({
      request: { kind: 'document', document: made.id },
    })
    expect(blockers.map(({ code }) => code)).toContain('not_signable')
  })

  it('is not made of a visit that is not planned', async () => {
    await chartMore(enrolled)
    const call = site.api.documents.create({ request: { ...request(), visit: 'week-99' }, language: 'en' })
    expect(await failureOf(call)).toMatchObject({ code: 'not_found', entity: 'visit' })
  })
})

describe('a list of deviations', () => {
  it('says of each what the site said, and by whom it was entered', async () => {
    await chartMore(enrolled)
    const { patientId } = site
    await site.api.deviations.add({
      ...{
        patientId,
        protocolId: PROTOCOL,
        on: CivilDate.parse('2026-11-20'),
        text: 'Fasting was not kept 未空腹',
      },
      note: {
        class: 'not_important',
        reason: 'told too late',
        told: [{ who: 'Sponsor', on: CivilDate.parse('2026-11-21') }],
      },
    })
    const request = { kind: 'deviation_list', patientId: null, protocolId: PROTOCOL } as const
    const made = await site.api.documents.create({ request, language: 'bilingual' })
    expect(made).toMatchObject({ patientId: null, protocolId: PROTOCOL })
    const content = await contentOf(made.id, 'deviation_list')
    expect(content.deviations.find(({ kind }) => kind === 'other')).toMatchObject({
      text: { en: 'Fasting was not kept 未空腹' },
      note: { class: 'not_important', action: null, author: 'Chen Wei', told: [{ who: 'Sponsor' }] },
    })
  })
})

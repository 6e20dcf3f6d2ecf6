import { describe, expect, it, vi } from 'vitest'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { ask, languages, render, squeezed } from '#test/support/drawn-document.ts'
import { chartReviewPayload, deviationListPayload, worksheetPayload } from '#test/support/trial-documents.ts'
import type { RenderedDocument } from './render.ts'

// Each test draws whole documents.
vi.setConfig({ testTimeout: 60_000 })

const textOf = (document: RenderedDocument) => ask('pdftotext', document, '-layout')
const pagesOf = (document: RenderedDocument) => Number(/Pages: +(\d+)/.exec(ask('pdfinfo', document))?.[1])

describe.each([
  ['a worksheet of a visit', worksheetPayload, 'Visit worksheet', '访视工作表'],
  ['a review of trends', chartReviewPayload, 'Review of trends', '趋势审阅'],
  ['a list of deviations', deviationListPayload, 'Protocol deviations', '方案偏离清单'],
] as const)('%s', (_name, payload, english, chinese) => {
  it.each(languages)('has the same bytes when it is rendered again, in its language (%s)', async language => {
    const first = await render(payload({ language }))
    const second = await render(payload({ language }))
    expect(Buffer.from(second.pdf).equals(first.pdf)).toBe(true)
    const heading = textOf(first).split('\f')[0] ?? ''
    expect(heading.includes(english)).toBe(language !== 'zh-CN')
    expect(heading.includes(chinese)).toBe(language !== 'en')
  })

  it('is well formed, and names the candidate by numbers and initials alone', async () => {
    const document = await render(payload({}))
    ask('qpdf', document, '--check')
    const { content } = DocumentPayload.parse(JSON.parse(document.text))
    expect(JSON.stringify(content)).not.toContain('fullName')
    expect(textOf(document)).toContain('TR-001')
    expect(squeezed(textOf(document))).toContain(document.sha256.toUpperCase())
  })
})

describe('a worksheet of a visit', () => {
  it('takes one or two pages, and leaves no room for an electronic signature: it is signed by hand', async () => {
    for (const language of languages) {
      const document = await render(worksheetPayload({ language }))
      expect(pagesOf(document)).toBeLessThanOrEqual(2)
      expect(document.slots).toEqual([])
      expect(textOf(document)).toMatch(/Signature by hand|手写签名/)
    }
  })

  it('says the window, or that none was entered, and whose it is', async () => {
    const text = squeezed(textOf(await render(worksheetPayload())))
    expect(text).toContain('Window(site’s)2026-08-10–2026-08-24(v2)')
    const without = await render(worksheetPayload({}, { window: null, planned: null, dayOfTrial: null }))
    expect(squeezed(textOf(without))).toContain('Window(site’s)noneentered')
    expect(textOf(without)).toContain('not known yet')
  })

  it('has a row for each test with its unit and last value, and what else the visit asks for', async () => {
    const text = textOf(await render(worksheetPayload()))
    expect(text).toMatch(/TBIL +total bilirubin +µmol\/L +43 +2026-07-20/)
    const words = squeezed(text)
    for (const name of [
      'Mean velocity',
      'Breathing phase',
      'West Haven',
      'Pulse, /min',
      'Asked, and there was none',
    ])
      expect(words).toContain(squeezed(name))
    expect(text).toMatch(/SF-36/)
    expect(text).not.toContain('Interface hepatitis')
  })
})

describe('a review of trends', () => {
  it('draws every series in paths, each with its words in the tags', async () => {
    const document = await render(chartReviewPayload())
    expect(ask('pdfimages', document, '-list').trimEnd().split('\n')).toHaveLength(2)
    const figures = ask('pdfinfo', document, '-struct').match(/^ *Figure\b.*$/gm) ?? []
    const payload = chartReviewPayload()
    if (payload.content.kind !== 'chart_review') throw new Error('a review of trends')
    const drawn = payload.content.trends.series.filter(({ points }) =>
      points.some(({ value }) => value !== null),
    )
    // The timeline of doses, events and visits is one more.
    expect(figures).toHaveLength(drawn.length + 1)
    const objects = Buffer.from(document.pdf).toString('latin1')
    expect(objects.match(/\/Alt \(/g)).toHaveLength(drawn.length + 1)
  })

  it('prints weeks with their dates under each chart', async () => {
    const text = textOf(await render(chartReviewPayload()))
    expect(text).toContain('W24')
    expect(text).toContain('2026-08-17')
  })

  it('says what could not be computed and why, what is not chosen, and how it was deviated', async () => {
    for (const [language, lacks, notChosen] of [
      ['en', 'creatinine is missing', 'No variation was entered for creatinine.'],
      ['zh-CN', '缺少肌酐', '尚未录入肌酐的变异系数。'],
    ] as const) {
      const text = squeezed(textOf(await render(chartReviewPayload({ language }))))
      expect(text).toContain(squeezed(lacks))
      expect(text).toContain(squeezed(notChosen))
    }
    expect(textOf(await render(chartReviewPayload()))).toContain('Missed visit')
  })

  it('says signals of liver injury with what they are multiples of, and that none is a diagnosis', async () => {
    const text = textOf(await render(chartReviewPayload({ training: false })))
    expect(text).toMatch(/2026-03-09 +upper limit of the range +6 ?× +2\.5 ?× +1 ?×/)
    expect(text).toContain('A laboratory signal is no diagnosis.')
  })

  it('counts what stands in no chart', async () => {
    const text = textOf(await render(chartReviewPayload()))
    expect(text).toMatch(/Of no known day, not drawn: +\S+.* 2/)
    expect(text).toMatch(/Events of no known day, not drawn: +1/)
  })

  it('says where there is nothing to draw', async () => {
    const text = textOf(await render(chartReviewPayload({}, trends => ({ ...trends, series: [] }))))
    expect(text).toContain('There is no value to draw.')
    expect(text).toContain('No score could be computed.')
  })

  it('is offered the statement of its review in both languages', () => {
    expect(meanings.trend_review.statement.en).toContain('reviewed the trends')
    expect(meanings.trend_review.statement['zh-CN']).toContain('趋势')
  })
})

describe('a list of deviations', () => {
  it('says class, reason, action and who was told, or that it was not assessed', async () => {
    const text = squeezed(ask('pdftotext', await render(deviationListPayload())))
    expect(text).toContain('Sponsor申办者')
    expect(text).toContain('2026-05-28')
    expect(text).toContain('notassessed')
    expect(text).toContain('important')
    expect(text).toContain('Notassessedyet')
  })

  it('says "none" where there is none', async () => {
    const text = textOf(await render(deviationListPayload({ isEmpty: true })))
    expect(text).toContain('None: no deviation is recorded or seen in what is charted.')
  })
})

import { describe, expect, it, vi } from 'vitest'
import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { generalGrades } from '#shared/core/adverse-events/general-grades.ts'
import type { EventCase } from '#shared/core/documents/event-case.ts'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import { ask, languages, render, squeezed } from '#test/support/drawn-document.ts'
import { caseSummaryPayload, eventCase, saeReportPayload } from '#test/support/event-documents/case.ts'
import { causalityPayload } from '#test/support/event-documents/causality.ts'
import { bleeding } from '#test/support/event-documents/invented-event.ts'
import { eventListingPayload } from '#test/support/event-documents/listing.ts'
import type { RenderedDocument } from './render.ts'

// Each test draws whole documents.
vi.setConfig({ testTimeout: 60_000 })

/** In the order in which the tags have it. */
const textOf = (document: RenderedDocument) => ask('pdftotext', document, '-raw')
const read = async (payload: DocumentPayload) => squeezed(textOf(await render(payload)))
const pagesOf = (document: RenderedDocument) => textOf(document).split('\f').slice(0, -1)

describe.each([
  ['a report of an adverse event', causalityPayload, 'Adverse event report', '不良事件报告'],
  ['a report for a sponsor', saeReportPayload, 'Serious adverse event report', '严重不良事件报告'],
  ['a summary of one page', caseSummaryPayload, 'Case summary', '病例摘要'],
  ['a listing of events', eventListingPayload, 'Listing of adverse events', '不良事件列表'],
] as const)('%s', (_name, payload, english, chinese) => {
  it.each(languages)('has the same bytes when it is rendered again, in its language (%s)', async language => {
    const first = await render(payload({ language }))
    const second = await render(payload({ language }))
    expect(Buffer.from(second.pdf).equals(first.pdf)).toBe(true)
    const heading = pagesOf(first)[0] ?? ''
    expect(heading.includes(english)).toBe(language !== 'zh-CN')
    expect(heading.includes(chinese)).toBe(language !== 'en')
  })

  it('is well formed and tagged, marked as training, and has room for three signatures', async () => {
    const document = await render(payload({}))
    ask('qpdf', document, '--check')
    expect(ask('pdfinfo', document)).toMatch(/Tagged: +yes/)
    expect(ask('pdfinfo', document, '-struct')).toMatch(/^ *TH\b/m)
    expect(document.slots).toHaveLength(3)
    expect(squeezed(textOf(document))).toContain('培训数据TRAININGDATA')
    expect(squeezed(textOf(await render(payload({ training: false }))))).not.toContain('TRAININGDATA')
  })

  it('prints whom it is about by numbers and initials alone, and the hash of its record', async () => {
    const document = await render(payload({}))
    const text = squeezed(textOf(document))
    expect(text).toContain('TR-001')
    expect(text).toContain(document.sha256.toUpperCase())
  })
})

describe('a report of an adverse event', () => {
  it('gives the definition of each grade in the words of CTCAE, in every language', async () => {
    for (const language of languages) {
      const text = await read(causalityPayload({ language }))
      for (const grade of [4, 3, 2])
        expect(text).toContain(
          squeezed(ctcaeEntries.esophageal_varices_hemorrhage.grades[grade - 1] ?? 'none'),
        )
    }
  })

  it('grades a term outside the list by the general scale, and says so', async () => {
    const text = await read(causalityPayload({ change: { ctcae: undefined } }))
    expect(text).toContain(squeezed(generalGrades[3]))
    expect(text).toContain(squeezed('graded by CTCAE’s general scale'))
  })

  it('says that nobody has graded or answered what nobody has', async () => {
    const change = { grades: [], serious: undefined, criteria: undefined, outcome: undefined }
    const text = await read(causalityPayload({ change }))
    expect(text).toContain(squeezed('Nobody has graded it.'))
    expect(text).toContain(squeezed('Serious: not answered'))
    expect(text.split(squeezed('not answered'))).toHaveLength(1 + 8 + 1)
  })

  it('prints every criterion of WHO-UMC with its answer, and that an infused product cannot be withdrawn', async () => {
    const text = await read(causalityPayload())
    for (const answer of [
      'Time relation to the administration makes a relation improbable',
      'The disease or other treatment as an explanation are a plausible explanation',
      'not applicable: an infused product cannot be withdrawn',
      'Rechallenge not done',
    ])
      expect(text).toContain(squeezed(answer))
  })

  it('prints the aids with items, points, band and source, marks what is not verified, and where they differ', async () => {
    const document = await render(causalityPayload())
    const text = ask('pdftotext', document, '-layout')
    expect(text).toMatch(/2 +Did the event appear after the administration\? +yes +\+2/)
    expect(text).toMatch(/Total +possible +\+2/)
    expect(text).toMatch(/5 +Search for alternative causes +another cause is highly probable +−3/)
    expect(text).toMatch(/7 +Response to unintentional re-exposure +– +not applicable/)
    expect(text).toMatch(/Total +excluded +−2/)
    const words = squeezed(text)
    expect(words).toContain('PMC5774610')
    expect(words).toContain('PMC8508847')
    expect(words).toContain(squeezed('Naranjo (sum 2) says “possible”, the category chosen is “unlikely”.'))
  })

  it('[C2] lists what was changed of event and results after the first entry, each part in words', async () => {
    const text = await read(causalityPayload())
    expect(text).toContain(squeezed('grades 3 from 2026-10-30 21:40'))
    expect(text).toContain(squeezed('grades 4 from 2026-10-30 21:40'))
    expect(text).toContain(squeezed('value 182 U/L'))
    expect(text).toContain(squeezed('Digits exchanged'))
    expect(text).not.toContain('[objectObject]')
  })

  it('prints the seal once it is signed, and says of a preview that nothing is signed', async () => {
    expect(await read(causalityPayload())).toContain(squeezed('Causality assessment'))
    const preview = await read(causalityPayload({ isPreview: true }))
    expect(preview).toContain(squeezed('Nothing is signed yet'))
  })
})

describe('a report for a sponsor', () => {
  it('says whether it is the first one or which follow-up', async () => {
    const report: EventCase['report'] = { to: 'sponsor', stage: 'initial', number: 0 }
    expect(await read(saeReportPayload({ parts: { report } }))).toContain(
      squeezed('Type of report Initial report'),
    )
    expect(await read(saeReportPayload())).toContain(squeezed('Follow-up report No. 1'))
    expect(await read(saeReportPayload({ language: 'zh-CN' }))).toContain('随访报告（第1次）')
  })

  it('tells doses, values, medication, history, judgement with its signature, and reports with their hash', async () => {
    const document = await render(saeReportPayload())
    const text = squeezed(ask('pdftotext', document, '-layout'))
    for (const said of [
      '2 2026-08-24 10:15 +08:00',
      'HGB g/L',
      '2026-10-30 62 ↓;',
      'spironolactone 80 mg once daily',
      'Shen Zhiyuan, 2026-11-07 09:41:00 (UTC+08:00)',
      '5D1E 5D1E 5D1E 5D1E',
      'met late',
    ])
      expect(text).toContain(squeezed(said))
  })

  it('[K1] says that the blind was broken and by whom, that it says nothing of the product, and no more', async () => {
    const text = await read(saeReportPayload())
    expect(text).toContain(squeezed('Recorded is that it happened, never what it showed.'))
    expect(text).toContain(squeezed('Blinded: which product or arm it was is not known to the site'))
    expect(text).not.toMatch(/placebo|安慰剂|arm:/i)
  })

  it('says of each part that is missing that it is', async () => {
    const none: Partial<EventCase> = {
      ...{ judgement: null, signature: null, laboratory: null, doses: [], history: [] },
      ...{ unblindings: [], reports: [], clocks: [] },
    }
    const text = await read(saeReportPayload({ parts: none, change: { aware: undefined } }))
    for (const said of [
      'Awareness of the site not entered',
      'Nobody has judged it yet.',
      'No dose is charted.',
      'The day of onset is not known: no days can be chosen.',
      'None runs for this event.',
    ])
      expect(text).toContain(squeezed(said))
  })
})

describe('a summary of one page', () => {
  it('is one page where its boxes hold everything', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const document = await render(caseSummaryPayload({ language }))
      expect(pagesOf(document)).toHaveLength(1)
      expect(textOf(document)).not.toMatch(/ontinued on the next page|续下页/)
    }
  })

  it.each(languages)(
    'keeps all boxes on the first page and says what goes on, however much there is (%s)',
    async language => {
      const many = <T>(one: T): T[] => Array.from({ length: 40 }, () => one)
      const { context, history, doses } = eventCase()
      const document = await render(
        caseSummaryPayload({
          language,
          change: {
            narrative: `${'患者呕血。The patient vomited blood. '.repeat(200)}LAST-WORD`,
            treatment: 'T'.repeat(2000),
          },
          parts: {
            context: { ...context, medications: context.medications.flatMap(many), dechallenge: null },
            history: history.flatMap(many),
            doses: doses.flatMap(many),
          },
        }),
      )
      const [first = '', ...rest] = pagesOf(document)
      expect(squeezed(first)).toContain(document.sha256.toUpperCase())
      expect(document.slots.map(({ page }) => page)).toEqual([0, 0, 0])
      expect(first).toMatch(/ontinued on the next page|续下页/)
      expect(first).not.toContain('LAST-WORD')
      expect(rest.join('')).toContain('LAST-WORD')
    },
  )

  it('is read box by box, and breaks no word', async () => {
    const text = await read(caseSummaryPayload())
    expect(text).toContain(squeezed('Age 52 years Sex male Weight 63.5 kg'))
    expect(text).toContain(squeezed('☐ death ☒ life-threatening'))
    const long = 'haematemesis '.repeat(300)
    const document = await render(caseSummaryPayload({ change: { narrative: long.trim() } }))
    expect(pagesOf(document)[0]).toMatch(/haematemesis *\n+\(continued on the next page\)/)
  })
})

describe('a listing of events', () => {
  it('prints its filters, or that there are none', async () => {
    expect(await read(eventListingPayload())).toContain(squeezed('none: every event is listed'))
    const text = await read(eventListingPayload({ isEmpty: true }))
    expect(text).toContain(squeezed('Serious: yes; Worst grade at least: 3; Onset from: 2026-01-01'))
    expect(text).toContain(squeezed('None lies within these bounds.'))
  })

  it('has a line for each event with grade, seriousness, relations and reports, and what nobody has judged', async () => {
    const text = await read(eventListingPayload())
    expect(text).toContain(squeezed('hospitalisation or prolongation'))
    expect(text).toContain(squeezed('WHO-UMC probable, not signed'))
    expect(text).toContain(squeezed('not judged'))
    expect(text).toContain(squeezed('dose 1 + 1.4 h'))
  })

  it('counts as serious what has a criterion and no answer', async () => {
    const payload = eventListingPayload()
    expect(await read(payload)).toContain(squeezed('3 of 3; 1 serious; 3 patients'))
    const { content } = payload
    if (content.kind !== 'event_listing') throw new Error('not a listing')
    const criteria = ['hospitalisation' as const]
    const events = content.events.map(line => ({
      ...line,
      content: { ...line.content, serious: undefined, criteria },
    }))
    expect(await read({ ...payload, content: { ...content, events } })).toContain(
      squeezed('3 of 3; 3 serious'),
    )
  })

  it('goes on over pages with its head on each, on paper that lies', async () => {
    const document = await render(eventListingPayload({ copies: 20 }))
    const pages = pagesOf(document)
    expect(pages.length).toBeGreaterThan(4)
    expect(pages[2]).toContain('Seriou')
    expect(ask('pdfinfo', document)).toMatch(/841\.89 x 595\.28/)
  })
})

describe('an event that a document tells', () => {
  it('is the same in every record that is attached', () => {
    for (const payload of [saeReportPayload(), caseSummaryPayload()]) {
      const { content } = DocumentPayload.parse(payload)
      expect('event' in content && content.event.content).toEqual(bleeding())
    }
  })
})

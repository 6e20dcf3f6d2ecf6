import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { VisitWorksheet } from '#shared/core/documents/visit-worksheet.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { worksheetWords as words } from '../words/worksheet-words.ts'
import type { Content } from './content.ts'
import { shortIdentity } from './identity.ts'
import { candidateLine } from './named.ts'
import { type Entry, note, pairs, protocolLine, section, TYPE, title } from './parts.ts'
import { assessmentForms } from './worksheet-forms.ts'
import { fields, form, lines } from './worksheet-parts.ts'

/** A visit to be filled in by hand on a day without a computer. */
export function visitWorksheetContent(
  speech: Speech,
  payload: DocumentPayload,
  worksheet: VisitWorksheet,
): Content {
  const { candidate, protocol, visit } = worksheet
  return {
    title: words.title,
    about: [candidate.screeningNumber, protocol.id, visit.planned ?? visit.id],
    blocks: sha256 => [
      title(speech, words.title),
      protocolLine(speech, protocol),
      { kind: 'space', height: 3 },
      pairs(speech, entries(speech, worksheet)),
      { kind: 'space', height: 5 },
      whenAndHow(speech),
      { kind: 'space', height: 3 },
      note(speech, words.note),
      ...assessmentForms(speech, worksheet),
      ...sinceLastVisit(speech),
      ...byHand(speech),
      shortIdentity(speech, payload, sha256, protocol.sha256),
    ],
  }
}

function entries(speech: Speech, { candidate, visit, scheduleVersion }: VisitWorksheet): Entry[] {
  const size = TYPE.cell
  const line = (text: string) => [literal(text, { size })]
  const { window, planned, dayOfTrial } = visit
  return [
    [common.candidate, [candidateLine(speech, candidate)]],
    [words.visit, [speech.label(visitName(visit), { size, bold: true })]],
    [
      words.planned,
      planned === null ? [speech.label(words.notPlanned, { size })] : plannedDay(speech, visit),
    ],
    [
      words.window,
      window === null
        ? [speech.label(words.noWindow, { size })]
        : line(`${window.from} – ${window.to}  (v${scheduleVersion})`),
    ],
    [words.dayOfTrial, line(dayOfTrial === null ? '–' : String(dayOfTrial))],
  ]
}

function whenAndHow(speech: Speech): Block {
  return fields(speech, [
    { name: words.takenPlace, share: 34 },
    { name: words.how, share: 40, boxes: ['on_site', 'telephone', 'elsewhere'] },
    { name: words.missed, share: 26 },
  ])
}

function visitName({ title: name, number, source }: VisitWorksheet['visit']): LocalizedText {
  const dose = (en: string, zh: string) => (number === null ? { en: '', zh: '' } : { en, zh })
  const counted = dose(`, dose ${number}`, `（第${number}次给药）`)
  const site = source === 'site' ? words.site : undefined
  return {
    en: `${name.en}${counted.en}${site ? ` (${site.en})` : ''}`,
    'zh-CN': `${name['zh-CN']}${counted.zh}${site ? `（${site['zh-CN']}）` : ''}`,
  }
}

function plannedDay(speech: Speech, { planned, day, anchor, isProjected }: VisitWorksheet['visit']): Cell {
  const size = TYPE.fine
  const from = {
    en: `${anchor.en} ${signed(day)}`,
    'zh-CN': `${anchor['zh-CN']} ${signed(day)}`,
  }
  return [
    literal(planned ?? '', { size: TYPE.cell, bold: true }),
    speech.label(from, { size, tone: 'soft' }),
    ...(isProjected ? [speech.label(words.projected, { size, tone: 'soft' })] : []),
  ]
}

function signed(days: number): string {
  return days < 0 ? `− ${-days} d` : `+ ${days} d`
}

function sinceLastVisit(speech: Speech): Block[] {
  const medication = [
    [words.name, 30],
    [words.dose, 24],
    [words.from, 13],
    [words.to, 13],
    [words.why, 20],
  ] as const
  const events = [
    [words.event, 40],
    [words.from, 13],
    [words.to, 13],
    [words.treatment, 34],
  ] as const
  return [
    section(speech, words.medication),
    lines(speech, medication, 3),
    section(speech, words.events),
    { kind: 'text', paragraphs: [askedAndNone(speech)] },
    { kind: 'space', height: 2 },
    lines(speech, events, 4),
  ]
}

function askedAndNone(speech: Speech): Paragraph {
  const size = TYPE.cell
  return { spans: [{ text: '☐ ', size }, ...speech.spans(words.asked, { size })], size }
}

function byHand(speech: Speech): Block[] {
  const columns = [
    [words.signed, 36],
    [words.signature, 40],
    [words.date, 24],
  ] as const
  return [{ kind: 'space', height: 8 }, form(speech, columns, [[[], [], []]])]
}

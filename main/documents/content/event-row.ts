import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { EventLine } from '#shared/core/documents/event-listing.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { emergenceNames, listingWords as words } from '../words/listing-words.ts'
import { ctcaeName, endText, onsetText } from './event-parts.ts'
import { TYPE } from './parts.ts'
import { signedText } from './signatures.ts'

const size = TYPE.fine
const dash: Cell = [literal('–', { size })]

/** One event in one line of a listing. */
export function eventRow(speech: Speech, line: EventLine, number: number): Row {
  const { content } = line
  const or = (value: string | undefined): Cell =>
    value === undefined ? dash : speech.say(valueName(value), { size })
  return {
    cells: [
      [literal(String(number), { size, bold: true })],
      patientCell(line),
      eventCell(speech, line),
      whenCell(speech, line),
      sinceCell(speech, line),
      [literal(`${line.worst ?? '–'} / ${line.current ?? '–'}`, { size, bold: (line.worst ?? 0) >= 3 })],
      seriousCell(speech, line),
      relationCell(speech, line),
      or(content.action),
      or(content.outcome),
      or(content.expectedness?.answer),
      reportsCell(speech, line),
    ],
  }
}

function patientCell({ screeningNumber, subjectNumber, protocol, cohort }: EventLine): Cell {
  const look = { size: 6, tone: 'soft' } as const
  return [
    literal(screeningNumber, { size, bold: true }),
    ...(subjectNumber === null ? [] : [literal(subjectNumber, { size })]),
    ...(protocol === null ? [] : [literal(protocol, look)]),
    ...(cohort === null ? [] : [literal(cohort, look)]),
  ]
}

function eventCell(speech: Speech, { content, organClass }: EventLine): Cell {
  const look = { size: 6, tone: 'soft' } as const
  const { term, meddra, complication, infusionReaction } = content
  const ctcae = ctcaeName(speech, content)
  return [
    literal(term, { size, bold: true }),
    ...(ctcae ? speech.say(ctcae, { size: 6.4 }) : []),
    ...(meddra ? [literal(`MedDRA ${meddra.code} ${meddra.term}`, look)] : []),
    ...(organClass === null ? [] : speech.say(organClasses[organClass], look)),
    ...(complication ? speech.say(valueName(complication), look) : []),
    ...(infusionReaction === 'yes' ? speech.say(words.infusionReaction, look) : []),
  ]
}

function whenCell(speech: Speech, { content, studyDay, emergence }: EventLine): Cell {
  const look = { size: 6, tone: 'soft' } as const
  return [
    speech.label(withoutOffset(onsetText(content)), { size }),
    speech.label(withoutOffset(endText(content)), { size }),
    ...(studyDay === null ? [] : [speech.label(dayText(studyDay), look)]),
    ...(emergence === 'treatment_emergent' ? [] : speech.say(emergenceNames[emergence], look)),
  ]
}

/** A column has no room for it; the note under the table says whose clock it is. */
function withoutOffset({ en, 'zh-CN': zh }: LocalizedText): LocalizedText {
  const offset = / [+-]\d{2}:\d{2}$/
  return { en: en.replace(offset, ''), 'zh-CN': zh.replace(offset, '') }
}

function dayText(day: number): LocalizedText {
  return { en: `study day ${day}`, 'zh-CN': `研究日 ${day}` }
}

/** Time from the last dose before it. */
function sinceCell(speech: Speech, { sinceDose }: EventLine): Cell {
  if (sinceDose === null) return dash
  const { number, days, hours } = sinceDose
  const dose = { en: `dose ${number}`, 'zh-CN': `第${number}次` }
  const past = hours !== null && hours < 48 ? inHours(hours) : days === null ? common.notKnown : inDays(days)
  return [speech.label(dose, { size }), speech.label(past, { size })]
}

function inHours(hours: number): LocalizedText {
  const value = Number(hours.toFixed(1))
  return { en: `+ ${value} h`, 'zh-CN': `+ ${value} 小时` }
}

function inDays(days: number): LocalizedText {
  return { en: `+ ${days} d`, 'zh-CN': `+ ${days} 天` }
}

function seriousCell(speech: Speech, { content: { serious, criteria = [] } }: EventLine): Cell {
  const answer = serious === undefined ? words.notAnswered : valueName(serious)
  return [
    speech.label(answer, { size, bold: serious === 'yes' }),
    ...criteria.flatMap(criterion => speech.say(valueName(criterion), { size: 6 })),
  ]
}

function relationCell(speech: Speech, { causality }: EventLine): Cell {
  if (causality === null) return [speech.label(words.notJudged, { size, bold: true })]
  const { product, procedure, disease, category, signature } = causality
  const relation = (name: LocalizedText, value: string) => ({
    spans: [
      ...speech.spans(name, { size: 6, tone: 'soft' as const }),
      { text: ' ', size },
      ...speech.spans(valueName(value), { size, bold: value === 'related' }),
    ],
    size,
  })
  const state = signature === null ? words.notSigned : signedText(signature)
  return [
    relation(words.product, product),
    relation(words.procedure, procedure),
    relation(words.disease, disease),
    {
      spans: [
        { text: 'WHO-UMC ', size: 6, tone: 'soft' as const },
        ...speech.spans(valueName(category), { size: 6 }),
        { text: ', ', size: 6 },
        ...speech.spans(state, { size: 6 }),
      ],
      size: 6,
    },
  ]
}

function reportsCell(speech: Speech, { reports }: EventLine): Cell {
  if (reports.length === 0) return dash
  return reports.flatMap(({ to, on }) => [
    speech.label(valueName(to), { size }),
    literal(on.slice(0, 10), { size: 6, tone: 'soft' }),
  ])
}

import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { eventWords as words } from '../words/event-words.ts'
import {
  type AdverseEvent,
  answerText,
  chosen,
  ctcaeName,
  endText,
  followUps,
  onsetText,
  organClassName,
  written,
} from './event-parts.ts'
import { type Entry, listBesidePairs, pairs, section, TYPE } from './parts.ts'
import { instantText } from './times.ts'

/** Every field of an event as charted; what is missing is said to be. */
export function eventSection(speech: Speech, event: AdverseEvent, studyDay: number | null): Block[] {
  return [
    section(speech, words.event),
    listBesidePairs(speech, named(speech, event)),
    pairs(speech, facets(speech, event, studyDay)),
    listBesidePairs(speech, inWords(speech, event)),
  ]
}

/** What it is called. */
function named(speech: Speech, event: AdverseEvent): Entry[] {
  const size = TYPE.cell
  const { term, meddra } = event
  const ctcae = ctcaeName(speech, event)
  const organClass = organClassName(event)
  return [
    [words.term, [literal(term, { size, bold: true })]],
    [words.ctcae, [speech.label(ctcae ?? words.noCtcae, { size })]],
    [words.organClass, [speech.label(organClass ?? common.notKnown, { size })]],
    ...(meddra ? [[words.meddra, [literal(`${meddra.code}  ${meddra.term}`, { size })]] as const] : []),
  ]
}

function facets(speech: Speech, event: AdverseEvent, studyDay: number | null): Entry[] {
  const said = (text: LocalizedText, bold = false): Cell => [speech.label(text, { size: TYPE.cell, bold })]
  const { aware, expectedness, complication } = event
  return [
    [words.onset, said(onsetText(event), true)],
    [words.end, said(endText(event))],
    [
      words.studyDay,
      studyDay === null ? said(common.notKnown) : [literal(String(studyDay), { size: TYPE.cell })],
    ],
    [words.serious, said(answerText(event.serious), event.serious === 'yes')],
    [words.outcome, chosen(speech, event.outcome)],
    [words.action, chosen(speech, event.action)],
    [words.aware, aware ? awareness(speech, aware) : said(words.notCharted)],
    [words.reportedBy, chosen(speech, event.reportedBy)],
    [words.expectedness, expectedness ? expected(speech, expectedness) : said(words.notAnswered)],
    [words.infusionReaction, said(answerText(event.infusionReaction))],
    ...(complication ? [[words.complication, said(valueName(complication))] as const] : []),
  ]
}

function awareness(speech: Speech, { at, by }: NonNullable<AdverseEvent['aware']>): Cell {
  return [
    literal(instantText(at), { size: TYPE.cell }),
    {
      spans: [
        ...speech.spans(words.awareBy, { size: TYPE.fine, tone: 'soft' }),
        { text: ` ${by}`, size: TYPE.fine },
      ],
      size: TYPE.fine,
    },
  ]
}

/** Against which reference safety information. */
export function expected(
  speech: Speech,
  { answer, reference }: NonNullable<AdverseEvent['expectedness']>,
): Cell {
  return [
    speech.label(valueName(answer), { size: TYPE.cell }),
    literal(reference, { size: TYPE.fine, tone: 'soft' }),
  ]
}

/** What was written about it. */
function inWords(speech: Speech, event: AdverseEvent): Entry[] {
  const later = followUps(event)
  const none = [speech.label(words.noFollowUps, { size: TYPE.cell, tone: 'soft' })]
  return [
    [words.treatment, written(speech, event.treatment, words.notCharted)],
    [words.narrative, written(speech, event.narrative, words.noNarrative)],
    [words.followUps, later.length === 0 ? none : later],
  ]
}

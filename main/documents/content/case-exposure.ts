import type { EventCase } from '#shared/core/documents/event-case.ts'
import { listWords } from '#shared/core/facts/list-words.ts'
import { verbatim } from '#shared/core/text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { eventWords } from '../words/event-words.ts'
import { answerText } from './event-parts.ts'
import { heads, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** The doses as charted: how much and when, never of what (trust.md K1). */
export function dosesSection(speech: Speech, { doses }: EventCase): Block[] {
  const heading = section(speech, words.treatment)
  if (doses.length === 0) return [heading, note(speech, eventWords.noDoses)]
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 9 }, { share: 18 }, { share: 18 }, { share: 14 }, { share: 29 }, { share: 12 }],
      head: heads(speech, [
        ...[eventWords.dose, eventWords.began, eventWords.ended, eventWords.cells],
        ...[eventWords.interruptions, eventWords.reaction],
      ]),
      rows: doses.map(({ content }) => doseRow(speech, content)),
      hasRowNames: true,
    },
  ]
}

function doseRow(speech: Speech, dose: EventCase['doses'][number]['content']): Row {
  const size = TYPE.cell
  const line = (text: string) => [literal(text, { size })]
  const { number, from, to, givenCells, interruptions, reaction } = dose
  const stops = listWords('interruptions', interruptions) ?? verbatim('–')
  return {
    cells: [
      [literal(String(number), { size, bold: true })],
      line(minuteText(from)),
      line(to === undefined ? '–' : minuteText(to)),
      line(givenCells ?? '–'),
      speech.say(stops, { size }),
      [speech.label(answerText(reaction), { size })],
    ],
  }
}

/** What the patient had before onset. */
export function historySection(speech: Speech, history: EventCase['history']): Block[] {
  const heading = section(speech, words.history)
  if (history.length === 0) return [heading, note(speech, words.noHistory)]
  const size = TYPE.cell
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 66 }, { share: 34 }],
      head: heads(speech, [eventWords.name, eventWords.when]),
      rows: history.map(
        ({ text, when }): Row => ({ cells: [speech.say(text, { size }), [speech.label(when, { size })]] }),
      ),
      hasRowNames: true,
    },
  ]
}

import type { EventCase } from '#shared/core/documents/event-case.ts'
import { listWords } from '#shared/core/facts/list-words.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { eventWords } from '../words/event-words.ts'
import { daysText } from './event-context.ts'
import { answerText } from './event-parts.ts'
import { footnote, heads, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

type Dose = EventCase['doses'][number]

/** A column of the table of doses. */
interface DoseColumn {
  readonly name: LocalizedText
  readonly share: number
  readonly cell: (dose: Dose) => Cell
}

/** The doses as charted: when, and how much where that is known; never of what (trust.md K1). */
export function dosesSection(speech: Speech, report: EventCase): Block[] {
  const { doses } = report
  const heading = section(speech, words.treatment)
  if (doses.length === 0) return [heading, note(speech, eventWords.noDoses)]
  const columns = doseColumns(speech, report)
  return [
    heading,
    {
      kind: 'table',
      columns: columns.map(({ share }) => ({ share })),
      head: heads(
        speech,
        columns.map(({ name }) => name),
      ),
      rows: doses.map((dose): Row => ({ cells: columns.map(({ cell }) => cell(dose)) })),
      hasRowNames: true,
    },
    footnote(speech, eventWords.blinded),
  ]
}

function doseColumns(speech: Speech, { doses, context }: EventCase): DoseColumn[] {
  const size = TYPE.cell
  const line = (text: string, bold = false): Cell => [literal(text, { size, bold })]
  const hasCells = doses.some(({ content }) => content.givenCells !== undefined)
  const days = (dose: Dose) => context.sinceDoses.find(({ fact }) => fact === dose.fact)?.days ?? null
  const stops = ({ content }: Dose) => listWords('interruptions', content.interruptions)
  return [
    { name: eventWords.dose, share: 9, cell: ({ content }) => line(String(content.number), true) },
    { name: eventWords.began, share: 24, cell: ({ content }) => line(minuteText(content.from)) },
    {
      name: eventWords.ended,
      share: 24,
      cell: ({ content: { to } }) => line(to === undefined ? '–' : minuteText(to)),
    },
    ...(hasCells
      ? [{ name: eventWords.cells, share: 12, cell: ({ content }: Dose) => line(content.givenCells ?? '–') }]
      : []),
    {
      name: eventWords.interruptions,
      share: 26,
      cell: dose => {
        const said = stops(dose)
        return said === undefined ? line('–') : speech.say(said, { size })
      },
    },
    {
      name: eventWords.reaction,
      share: 13,
      cell: ({ content }) => [speech.label(answerText(content.reaction), { size })],
    },
    { name: eventWords.days, share: 13, cell: dose => line(daysText(days(dose)), true) },
  ]
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
        ({ text, when }): Row => ({ cells: [speech.say(text, { size }), [literal(when, { size })]] }),
      ),
      hasRowNames: true,
    },
  ]
}

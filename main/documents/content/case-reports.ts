import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { EventCase, SentReport } from '#shared/core/documents/event-case.ts'
import { valueName } from '#shared/core/names.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { verbatim } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { clockStates, caseWords as words } from '../words/case-words.ts'
import { eventWords } from '../words/event-words.ts'
import { footnote, heads, labelled, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** That the blind was broken and by whom; what it showed is nowhere. */
export function unblindingSection(speech: Speech, unblindings: EventCase['unblindings']): Block[] {
  const heading = section(speech, words.unblinding)
  if (unblindings.length === 0) return [heading, note(speech, words.noUnblinding)]
  const size = TYPE.cell
  const rows = unblindings.map(({ on, isForEvent, requestedBy, performedBy, reason }): Row => {
    return {
      cells: [
        [
          literal(minuteText(on), { size }),
          speech.label(isForEvent ? words.forEvent : words.otherOccasion, { size: TYPE.fine, tone: 'soft' }),
        ],
        [literal(requestedBy, { size })],
        [literal(performedBy, { size })],
        [literal(reason, { size })],
      ],
    }
  })
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 24 }, { share: 20 }, { share: 20 }, { share: 36 }],
      head: heads(speech, [eventWords.when, words.requestedBy, words.performedBy, words.reason]),
      rows,
      hasRowNames: true,
    },
    footnote(speech, words.unblindingNote),
  ]
}

/** To whom the event was reported, when, and with which file. */
export function reportSection(speech: Speech, reports: readonly SentReport[]): Block[] {
  const heading = section(speech, words.reports)
  if (reports.length === 0) return [heading, note(speech, words.noReports)]
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 19 }, { share: 19 }, { share: 24 }, { share: 38 }],
      head: heads(speech, [words.sentAt, words.reportType, words.recipient, words.file]),
      rows: reports.map(report => reportRow(speech, report)),
      hasRowNames: true,
    },
  ]
}

function reportRow(speech: Speech, report: SentReport): Row {
  const size = TYPE.cell
  const { on, to, stage, recipient, how, receivedAt, lateReason, sha256 } = report
  const received = receivedAt === null ? words.notConfirmed : verbatim(minuteText(receivedAt))
  return {
    cells: [
      [literal(minuteText(on), { size }), ...labelled(speech, words.receivedAt, received, TYPE.fine)],
      [
        speech.label(valueName(stage), { size, bold: true }),
        speech.label(valueName(to), { size: TYPE.fine }),
        ...(lateReason === null ? [] : labelled(speech, words.late, verbatim(lateReason), TYPE.fine)),
      ],
      [literal(recipient, { size }), literal(how, { size: TYPE.fine, tone: 'soft' })],
      [{ ...literal(fingerprintText(sha256), { size: TYPE.fine }), actual: sha256 }],
    ],
  }
}

/** The site's own deadlines, as they stood when this was made. */
export function deadlineSection(speech: Speech, clocks: readonly Clock[]): Block[] {
  const heading = section(speech, words.deadlines)
  if (clocks.length === 0) return [heading, note(speech, words.noDeadlines)]
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 38 }, { share: 30 }, { share: 32 }],
      head: heads(speech, [words.deadline, words.due, words.state]),
      rows: clocks.map(clock => ({ cells: deadlineCells(speech, clock) })),
      hasRowNames: true,
    },
  ]
}

function deadlineCells(speech: Speech, clock: Clock): Cell[] {
  const size = TYPE.cell
  const { title, basis, dueAt, state, metAt } = clock
  return [
    [
      ...speech.say(title, { size }),
      ...(basis === 'preset' ? speech.say(words.preset, { size: TYPE.fine, tone: 'soft' }) : []),
    ],
    [literal(dueAt === null ? '–' : minuteText(dueAt), { size })],
    [
      speech.label(clockStates[state], { size, bold: state !== 'met' }),
      ...(metAt === null ? [] : [literal(minuteText(metAt), { size: TYPE.fine, tone: 'soft' })]),
    ],
  ]
}

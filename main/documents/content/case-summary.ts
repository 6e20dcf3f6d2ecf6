import type { CaseSummary } from '#shared/core/documents/event-case.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Block } from '../layout/blocks.ts'
import { roomAfter } from '../layout/lay-out.ts'
import type { Speech } from '../speech.ts'
import { summaryWords as words } from '../words/case-words.ts'
import { type BoxForm, type BoxTools, boxForm } from './boxes.ts'
import { concomitantRow, patientRow, reactionRow, reportRows, treatmentRows } from './case-boxes.ts'
import type { Content } from './content.ts'
import { shortIdentity } from './identity.ts'
import { listBesidePairs, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

/** Low enough that everything stands on one page. */
const FRAME = 56

/** One adverse event on one page in the manner of CIOMS I; what a box cannot hold goes on after it, and is said to. */
export function caseSummaryContent(speech: Speech, payload: DocumentPayload, summary: CaseSummary): Content {
  const { candidate, protocol } = summary
  return {
    title: words.title,
    about: [...(protocol ? [protocol.id] : []), candidate.screeningNumber, summary.on],
    blocks: (sha256, paper) => {
      const tools = { speech, paper, more: words.more }
      const foot = [...signatureFrames(speech, FRAME), shortIdentity(speech, payload, sha256, undefined)]
      const form = wholeForm(tools, { summary, payload, foot })
      return [...head(speech, form.over.length > 0), ...form.blocks, ...foot, ...continuation(speech, form)]
    },
  }
}

function head(speech: Speech, goesOn: boolean): Block[] {
  const size = TYPE.fine
  const manner = speech.label(words.manner, { size, tone: 'soft' })
  const more = speech.label(words.continues, { size, bold: true })
  return [
    title(speech, words.title),
    { kind: 'text', paragraphs: goesOn ? [manner, more] : [manner] },
    { kind: 'space', height: 3 },
  ]
}

interface OnePage {
  readonly summary: CaseSummary
  readonly payload: DocumentPayload
  readonly foot: readonly Block[]
}

/** What happened takes all the room that the other boxes leave. */
function wholeForm(tools: BoxTools, { summary, payload, foot }: OnePage): BoxForm {
  const { speech, paper } = tools
  const before = boxForm(tools, [patientRow(speech, summary)])
  const after = boxForm(tools, [
    ...treatmentRows(speech, summary),
    concomitantRow(speech, summary),
    ...reportRows(speech, summary, payload),
  ])
  const others = [...head(speech, true), ...before.blocks, ...after.blocks, ...foot]
  const reaction = boxForm(tools, [reactionRow(speech, summary, roomAfter(others, paper) - 1)])
  const all = [before, reaction, after]
  return { blocks: all.flatMap(({ blocks }) => blocks), over: all.flatMap(({ over }) => over) }
}

/** The whole text of every box that could not hold it. */
function continuation(speech: Speech, { over }: BoxForm): Block[] {
  if (over.length === 0) return []
  return [
    { kind: 'page' },
    section(speech, words.continued),
    listBesidePairs(
      speech,
      over.map(({ name, value }) => [name, value]),
    ),
  ]
}

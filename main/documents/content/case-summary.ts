import type { CaseSummary } from '#shared/core/documents/event-case.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Block } from '../layout/blocks.ts'
import type { Speech } from '../speech.ts'
import { summaryWords as words } from '../words/case-words.ts'
import { type BoxForm, boxForm } from './boxes.ts'
import { concomitantRow, patientRow, reactionRow, reportRows, treatmentRows } from './case-boxes.ts'
import type { Content } from './content.ts'
import { shortIdentity } from './identity.ts'
import { list, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

/** Low enough that everything stands on one page. */
const FRAME = 58

/** One adverse event on one page in the manner of CIOMS I; what a box cannot hold goes on after it, and is said to. */
export function caseSummaryContent(speech: Speech, payload: DocumentPayload, summary: CaseSummary): Content {
  const { candidate, protocol } = summary
  return {
    title: words.title,
    about: [...(protocol ? [protocol.id] : []), candidate.screeningNumber, summary.on],
    blocks: (sha256, paper) => {
      const form = boxForm({ speech, paper, more: words.more }, [
        patientRow(speech, summary),
        reactionRow(speech, summary),
        ...treatmentRows(speech, summary),
        concomitantRow(speech, summary),
        ...reportRows(speech, summary, payload),
      ])
      return [
        title(speech, words.title),
        manner(speech, form),
        { kind: 'space', height: 2 },
        ...form.blocks,
        ...signatureFrames(speech, FRAME),
        shortIdentity(speech, payload, sha256, protocol?.sha256),
        ...continuation(speech, form),
      ]
    },
  }
}

function manner(speech: Speech, { over }: BoxForm): Block {
  const size = TYPE.fine
  const said = speech.label(words.manner, { size, tone: 'soft' })
  const goesOn = speech.label(words.continues, { size, bold: true })
  return { kind: 'text', paragraphs: over.length === 0 ? [said] : [said, goesOn] }
}

/** The whole text of every box that could not hold it. */
function continuation(speech: Speech, { over }: BoxForm): Block[] {
  if (over.length === 0) return []
  return [
    { kind: 'page' },
    section(speech, words.continued),
    list(
      speech,
      over.map(({ name, value }) => [name, value]),
    ),
  ]
}

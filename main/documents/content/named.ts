import type { NamedCandidate, NamedProtocol } from '#shared/core/documents/named.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { type Entry, TYPE } from './parts.ts'

/** "TR-001  ZWM  subject 014": numbers and initials, in one line. */
export function candidateLine(speech: Speech, candidate: NamedCandidate): Paragraph {
  const size = TYPE.cell
  const { screeningNumber, initials, subjectNumber } = candidate
  const subject =
    subjectNumber === null
      ? []
      : [...speech.spans(common.subjectNumber, { size, tone: 'soft' }), { text: ` ${subjectNumber}`, size }]
  return {
    spans: [
      { text: screeningNumber, bold: true, size },
      { text: `  ${initials}`, size },
      ...(subject.length === 0 ? [] : [{ text: '  ', size }, ...subject]),
    ],
    size,
  }
}

/** A protocol in a list of names and values. */
export function protocolEntry(speech: Speech, { id, version, title }: NamedProtocol): Entry {
  const number = { text: `${id} ${version}  `, bold: true, size: TYPE.cell }
  const spans = [number, ...speech.spans(title, { size: TYPE.cell })]
  return [common.protocol, [{ spans, size: TYPE.cell }]]
}

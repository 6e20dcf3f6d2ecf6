import type { DeviationList, ListedDeviation } from '#shared/core/documents/deviation-list.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { deviationClassNames, deviationKindNames, deviationWords as words } from '../words/deviation-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { candidateLine, protocolEntry } from './named.ts'
import { type Entry, heads, list, note, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'
import { minuteText } from './times.ts'

/** Every departure from a protocol, with what the site says about it. */
export function deviationListContent(
  speech: Speech,
  payload: DocumentPayload,
  deviations: DeviationList,
): Content {
  const { candidate, protocol, on } = deviations
  return {
    title: words.title,
    about: [...(candidate ? [candidate.screeningNumber] : []), ...(protocol ? [protocol.id] : []), on],
    isLandscape: true,
    blocks: sha256 => [
      title(speech, words.title),
      list(speech, entries(speech, deviations)),
      section(speech, words.list),
      ...table(speech, deviations.deviations),
      note(speech, words.note),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, protocol ? { definition: protocol.sha256 } : {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, { on, candidate, protocol, deviations }: DeviationList): Entry[] {
  const size = TYPE.cell
  const open = deviations.filter(({ note: said }) => said === null).length
  return [
    [words.on, [literal(on, { size })]],
    [words.about, candidate ? [candidateLine(speech, candidate)] : [speech.label(words.everybody, { size })]],
    protocol
      ? protocolEntry(speech, protocol)
      : [common.protocol, [speech.label(words.everyProtocol, { size })]],
    [words.count, [literal(String(deviations.length), { size })]],
    ...(open === 0 ? [] : [[words.unclassed, [literal(String(open), { size, bold: true })]] as const]),
  ]
}

function table(speech: Speech, deviations: readonly ListedDeviation[]): Block[] {
  if (deviations.length === 0) return [note(speech, words.none)]
  const shares = [4, 9, 8, 27, 8, 15, 11, 10, 10]
  const names = [
    ...[words.number, words.patient, words.date, words.what, words.class],
    ...[words.reason, words.action, words.told, words.entered],
  ]
  return [
    {
      kind: 'table',
      columns: shares.map(share => ({ share })),
      head: heads(speech, names),
      rows: deviations.map((deviation, index) => deviationRow(speech, deviation, index + 1)),
      hasRowNames: true,
    },
  ]
}

function deviationRow(speech: Speech, deviation: ListedDeviation, number: number): Row {
  const size = TYPE.cell
  const { screeningNumber, protocol, on, kind, text, facts, note: said } = deviation
  return {
    cells: [
      [literal(String(number), { size, bold: true })],
      [literal(screeningNumber, { size, bold: true }), literal(protocol, { size: TYPE.fine, tone: 'soft' })],
      [literal(on, { size })],
      [
        ...speech.say(deviationKindNames[kind], { size, bold: true }),
        ...speech.say(text, { size }),
        ...facts.flatMap(fact => speech.say(fact, { size: TYPE.fine, tone: 'soft', before: 1 })),
      ],
      ...noteCells(speech, said),
    ],
  }
}

function noteCells(speech: Speech, said: ListedDeviation['note']): Cell[] {
  const size = TYPE.cell
  const dash = [literal('–', { size })]
  if (said === null) return [speech.say(words.notAssessed, { size, bold: true }), dash, dash, dash, dash]
  const { author, enteredAt, version } = said
  return [
    speech.say(deviationClassNames[said.class], { size, bold: said.class === 'important' }),
    [literal(said.reason, { size })],
    said.action === null ? dash : [literal(said.action, { size })],
    said.told.length === 0
      ? speech.say(words.nobody, { size })
      : said.told.flatMap(({ who, on }) => [
          literal(who, { size }),
          literal(on, { size: TYPE.fine, tone: 'soft' }),
        ]),
    [
      literal(version === 1 ? author : `${author} · v${version}`, { size }),
      literal(minuteText(enteredAt), { size: TYPE.fine, tone: 'soft' }),
    ],
  ]
}

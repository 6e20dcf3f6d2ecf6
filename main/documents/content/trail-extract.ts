import type { DocumentPayload, TrailExtract } from '#shared/core/documents/payload.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common, roleNames } from '../words/common.ts'
import { trailWords as words } from '../words/other-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, heads, list, note, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

type TrailEntry = TrailExtract['entries'][number]

/** What was done to one patient, or at the site: who, what, when, old, new, why. */
export function trailExtractContent(speech: Speech, payload: DocumentPayload, trail: TrailExtract): Content {
  const { candidate } = trail
  const about = candidate ? `${candidate.screeningNumber} ${candidate.initials}` : payload.site.number
  return {
    title: words.title,
    about: [about],
    isLandscape: true,
    blocks: sha256 => [
      title(speech, words.title),
      list(speech, entries(speech, trail)),
      { kind: 'space', height: 8 },
      verification(speech, trail),
      { kind: 'space', height: 8 },
      trail.entries.length === 0 ? note(speech, words.none) : table(speech, trail.entries),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, { candidate, from, to, entries: printed }: TrailExtract): Entry[] {
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  const whole = [speech.label(words.whole, { size: TYPE.cell })]
  return [
    [
      common.candidate,
      candidate
        ? [literal(`${candidate.screeningNumber}  ${candidate.initials}`, { size: TYPE.cell, bold: true })]
        : [speech.label(words.ofSite, { size: TYPE.cell })],
    ],
    [words.days, from === null && to === null ? whole : line(`${from ?? '…'} – ${to ?? '…'}`)],
    [words.printed, line(String(printed.length))],
  ]
}

function verification(speech: Speech, { verification: found }: TrailExtract): Block {
  const { entries: count, head, problems } = found
  const isWhole = problems.length === 0
  const of = {
    en: `${count} ${words.entriesHead.en}`,
    'zh-CN': `${count} ${words.entriesHead['zh-CN']}`,
  }
  return {
    kind: 'panel',
    paragraphs: [
      speech.label(isWhole ? words.verified : words.broken, { size: 10.5, bold: true, tone: 'accent' }),
      {
        spans: [...speech.spans(of), { text: ` ${head ? fingerprintText(head) : '–'}` }],
        size: TYPE.cell,
        before: 2,
      },
      ...(isWhole ? speech.say(words.noProblem, { size: TYPE.cell }) : []),
      ...problems.slice(0, SHOWN).map(({ seq, problem }) => {
        const entry = speech.spans(words.entry, { size: TYPE.cell })
        return { spans: [...entry, { text: ` ${seq}: ${problem}`, bold: true }], size: TYPE.cell }
      }),
      ...(problems.length > SHOWN
        ? [literal(`… ${problems.length - SHOWN}`, { size: TYPE.cell, bold: true })]
        : []),
    ],
  }
}

/** Problems that are printed; the attached record has all. */
const SHOWN = 20

function table(speech: Speech, lines: readonly TrailEntry[]): Block {
  return {
    kind: 'table',
    columns: [
      { share: 8 },
      { share: 13 },
      { share: 14 },
      { share: 16 },
      { share: 18 },
      { share: 18 },
      { share: 13 },
    ],
    head: heads(speech, [words.seq, words.at, words.who, words.action, words.old, words.new, words.reason]),
    rows: lines.map(line => lineRow(speech, line)),
    hasRowNames: true,
  }
}

function lineRow(speech: Speech, line: TrailEntry): Row {
  const size = TYPE.cell
  const { seq, at, offset, person, role, action, field, oldValue, newValue, hash } = line
  return {
    cells: [
      [
        literal(String(seq), { size, bold: true }),
        ...(hash ? [literal(hash.slice(0, 12), { size: 6, tone: 'soft' })] : []),
      ],
      [
        literal(`${at.slice(0, 10)} ${at.slice(11, 19)}Z`, { size }),
        literal(offset, { size: TYPE.fine, tone: 'soft' }),
      ],
      who(speech, person, role),
      [literal(action, { size }), ...(field ? [literal(field, { size: TYPE.fine, tone: 'soft' })] : [])],
      [literal(valueText(oldValue), { size: TYPE.fine })],
      [literal(valueText(newValue), { size: TYPE.fine })],
      reasons(speech, line),
    ],
  }
}

function who(speech: Speech, person: string | null, role: TrailEntry['role']): Cell {
  if (person === null) return [speech.label(words.system, { size: TYPE.cell, tone: 'soft' })]
  const name = literal(person, { size: TYPE.cell })
  return role ? [name, ...speech.say(roleNames[role], { size: TYPE.fine, tone: 'soft' })] : [name]
}

function reasons(speech: Speech, { reason, clock }: TrailEntry): Cell {
  const label: LocalizedText = words.clock
  return [
    ...(reason === null ? [] : [literal(reason, { size: TYPE.cell })]),
    ...(clock === null
      ? []
      : [
          {
            spans: [
              ...speech.spans(label, { bold: true, size: TYPE.fine }),
              { text: ` ${valueText(clock)}`, bold: true },
            ],
            size: TYPE.fine,
          },
        ]),
  ]
}

/** A value as kept: text as it is, anything else as names and values. */
function valueText(value: TrailEntry['oldValue']): string {
  if (value === null) return '–'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  return Object.entries(value)
    .map(
      ([name, inner]) =>
        `${name}: ${inner !== null && typeof inner === 'object' ? `(${valueText(inner)})` : valueText(inner)}`,
    )
    .join('; ')
}

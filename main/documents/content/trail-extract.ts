import type { DocumentPayload, TrailExtract } from '#shared/core/documents/payload.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { trailActionNames } from '#shared/core/trail-names.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common, roleNames } from '../words/common.ts'
import { trailWords as words } from '../words/other-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, heads, list, note, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'
import { valueWords } from './trail-values.ts'

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
      ...(trail.entries.length === 0
        ? [note(speech, words.none)]
        : [note(speech, words.inWords), { kind: 'space' as const, height: 3 }, table(speech, trail.entries)]),
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
      { share: 12 },
      { share: 13 },
      { share: 16 },
      { share: 15 },
      { share: 25 },
      { share: 11 },
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
      [
        ...speech.say(trailActionNames[action] ?? verbatim(action), { size }),
        ...(field ? [literal(field, { size: TYPE.fine, tone: 'soft' })] : []),
      ],
      valueCell(speech, oldValue),
      valueCell(speech, newValue),
      reasons(speech, line),
    ],
  }
}

function valueCell(speech: Speech, value: TrailEntry['oldValue']): Cell {
  return speech.say(valueWords(value) ?? verbatim('–'), { size: TYPE.fine })
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
              { text: ` ${clockText(clock)}`, bold: true },
            ],
            size: TYPE.fine,
          },
        ]),
  ]
}

/** What the clock did, as kept: names and numbers. */
function clockText(clock: TrailEntry['clock']): string {
  if (clock === null || typeof clock !== 'object') return String(clock)
  return Object.entries(clock)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('; ')
}

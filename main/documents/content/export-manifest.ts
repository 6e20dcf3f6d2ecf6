import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { exportFormatNames, exportWords as words } from '../words/export-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, heads, list, note, pairs, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

/** What one export holds, file by file, to be signed before it leaves. */
export function exportManifestContent(
  speech: Speech,
  payload: DocumentPayload,
  manifest: ExportManifest,
): Content {
  return {
    title: words.title,
    about: [manifest.export.slice(-8), payload.createdAt.slice(0, 10)],
    blocks: sha256 => [
      title(speech, words.title),
      list(speech, entries(speech, manifest)),
      pairs(speech, counts(manifest)),
      section(speech, words.files),
      files(speech, manifest),
      { kind: 'space', height: 6 },
      note(speech, words.note),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, manifest: ExportManifest): Entry[] {
  const size = TYPE.cell
  const { format, why, pseudonymised, patients, protocolId, trail } = manifest
  const whose =
    patients === null
      ? speech.label(words.everybody, { size })
      : literal(patients.map(({ screeningNumber }) => screeningNumber).join(', '), { size })
  const protocol =
    protocolId === null ? speech.label(words.everyProtocol, { size }) : literal(protocolId, { size })
  const form = pseudonymised ? words.pseudonymised : words.identified
  return [
    [words.what, [speech.label(exportFormatNames[format], { size, bold: true })]],
    [words.why, [literal(why, { size })]],
    [words.whose, [whose]],
    [common.protocol, [protocol]],
    [words.form, speech.say(form, { size, bold: !pseudonymised })],
    [
      words.trail,
      [
        {
          spans: [
            ...speech.spans(words.entry(trail.seq), { size }),
            { text: `, SHA-256 ${fingerprintText(trail.hash)}`, size },
          ],
          size,
        },
      ],
    ],
    [words.exportId, [literal(manifest.export, { size })]],
  ]
}

function counts({ counts: { subjects, facts, documents }, files: all }: ExportManifest) {
  const number = (value: number) => [literal(String(value), { size: TYPE.cell })]
  const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
  const size = `${all.length} (${bytes.toLocaleString('en')} B)`
  return [
    [words.subjects, number(subjects)],
    [words.facts, number(facts)],
    [words.documents, number(documents)],
    [words.size, [literal(size, { size: TYPE.cell })]],
  ] satisfies Entry[]
}

function files(speech: Speech, { files: all }: ExportManifest): Block {
  const size = TYPE.fine
  const rows = all.map(
    ({ path, bytes, sha256 }, index): Row => ({
      cells: [
        [literal(String(index + 1), { size })],
        [literal(path, { size })],
        [literal(bytes.toLocaleString('en'), { size })],
        [literal(fingerprintText(sha256), { size })],
      ],
    }),
  )
  return {
    kind: 'table',
    columns: [5, 37, 12, 46].map(share => ({ share })),
    head: heads(speech, [words.number, words.path, words.bytes, words.hash]),
    rows,
    hasRowNames: true,
  }
}

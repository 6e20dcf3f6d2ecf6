import { meanings } from '#shared/core/signatures/meaning.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { SignatureStatus } from '#shared/core/signatures/status.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { roleNames } from '../words/common.ts'
import { statusNames } from '../words/other-words.ts'
import { clockFindings, signatureWords } from '../words/signature-words.ts'
import { list, note, section, TYPE } from './parts.ts'
import { instantText } from './times.ts'

/** Room for a signature at its ordinary size, in points. */
const FRAME = 96

/** The frames that visible signatures are put into. Nothing before them depends on the seal, so they never move. */
export function signatureFrames(speech: Speech, height = FRAME): Block[] {
  const labels = [signatureWords.signer, signatureWords.countersigner, signatureWords.withdrawal]
  return [
    { kind: 'space', height: 8 },
    {
      kind: 'slots',
      labels: labels.map(label => [speech.label(label, { size: TYPE.head, tone: 'soft' })]),
      height,
    },
  ]
}

/** That something is signed, and how the signature stands where it is not simply good. */
export function signedText(status: SignatureStatus): LocalizedText {
  if (status === 'current') return signatureWords.signed
  const how = statusNames[status]
  return {
    en: `${signatureWords.signed.en} (${how.en})`,
    'zh-CN': `${signatureWords.signed['zh-CN']}（${how['zh-CN']}）`,
  }
}

/** Who signed, as what, when, and what it says (21 CFR 11.50), in text for whoever has the paper alone. */
export function signatureRecord(speech: Speech, seal: Seal | null): Block[] {
  const heading = section(speech, signatureWords.record)
  if (seal === null) return [heading, note(speech, signatureWords.notSigned)]
  const { header } = seal
  const { signer, meaning, certificate, trail } = header
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  const role = speech.plain(roleNames[signer.role])
  return [
    heading,
    list(speech, [
      [signatureWords.name, [literal(`${signer.fullName}  (${role})`, { size: TYPE.cell, bold: true })]],
      [signatureWords.meaning, [speech.label(meanings[meaning.code].name, { size: TYPE.cell, bold: true })]],
      [signatureWords.statement, speech.say(meaning.statement, { size: TYPE.cell })],
      [signatureWords.signedAt, line(instantText(header.signedAt))],
      [signatureWords.certificate, line(certificate.serial.toUpperCase())],
      [signatureWords.certificateHash, line(fingerprintText(certificate.sha256))],
      [signatureWords.signatureId, line(header.id)],
      [signatureWords.clock, clockOf(speech, header.clock)],
      [signatureWords.trail, trailOf(speech, trail)],
    ]),
  ]
}

function clockOf(speech: Speech, findings: Seal['header']['clock']): Paragraph[] {
  if (findings.length === 0) return speech.say(signatureWords.clockGood, { size: TYPE.cell })
  return findings.flatMap(finding => speech.say(clockText(finding), { size: TYPE.cell, bold: true }))
}

function clockText({
  code,
  seq,
  movedBackSeconds,
  offsetWas,
}: Seal['header']['clock'][number]): LocalizedText {
  return code === 'moved_back'
    ? clockFindings.moved_back(seq, movedBackSeconds)
    : clockFindings.offset_changed(seq, offsetWas)
}

function trailOf(speech: Speech, { seq, hash }: Seal['header']['trail']): Paragraph[] {
  const entry = speech.spans(signatureWords.entry)
  return [{ spans: [...entry, { text: ` ${seq}, SHA-256 ${fingerprintText(hash)}` }], size: TYPE.cell }]
}

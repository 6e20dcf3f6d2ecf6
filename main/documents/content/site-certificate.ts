import type { DocumentPayload, SiteCertificate } from '#shared/core/documents/payload.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { Block } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { certificateSteps, certificateWords as words } from '../words/other-words.ts'
import type { Content } from './content.ts'
import { identitySection } from './identity.ts'
import { heads, list, section, TYPE, title } from './parts.ts'
import { minuteText } from './times.ts'

/** The page that a site keeps on paper: what a verifier is told its certificate is. */
export function siteCertificateContent(
  speech: Speech,
  payload: DocumentPayload,
  certificate: SiteCertificate,
): Content {
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  return {
    title: words.title,
    about: [payload.site.number],
    blocks: sha256 => [
      title(speech, words.title),
      { kind: 'space', height: 4 },
      fingerprint(speech, certificate),
      { kind: 'space', height: 8 },
      list(speech, [
        [words.subject, line(certificate.subject)],
        [words.serial, line(certificate.serial.toUpperCase())],
        [words.validFrom, line(minuteText(certificate.validFrom))],
        [words.validTo, line(minuteText(certificate.validTo))],
        [words.certificate, speech.say(words.certificateNote, { size: TYPE.cell })],
      ]),
      section(speech, words.use),
      {
        kind: 'text',
        paragraphs: certificateSteps.flatMap(step => speech.say(step, { size: 8, before: 3 })),
      },
      section(speech, words.filed),
      byHand(speech),
      ...identitySection(speech, payload, sha256, {}),
    ],
  }
}

/** Four groups to a line, large enough to be read aloud. */
function fingerprint(speech: Speech, { sha256 }: SiteCertificate): Block {
  const groups = fingerprintText(sha256).split(' ')
  const rows = [0, 4, 8, 12].map((start): Paragraph => {
    const text = groups.slice(start, start + 4).join('   ')
    return { spans: [{ text, bold: true }], size: 21, before: 1 }
  })
  return {
    kind: 'panel',
    paragraphs: [speech.label(words.fingerprint, { size: 9, tone: 'soft' }), ...rows],
  }
}

function byHand(speech: Speech): Block {
  const empty = { cells: [[], [], []], height: 36 }
  return {
    kind: 'table',
    columns: [{ share: 36 }, { share: 40 }, { share: 24 }],
    head: heads(speech, [words.name, words.hand, words.date]),
    rows: [empty, empty],
  }
}

import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { Block } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common, roleNames } from '../words/common.ts'
import { identityWords, verifySteps } from '../words/identity-words.ts'
import { type Entry, list, section, TYPE } from './parts.ts'
import { instantText } from './times.ts'

/** The name of the record that every document carries. */
export const ATTACHMENT = 'lobule-document.json'

/** Hashes of what a document rests on, each with what it is of. */
export interface Basis {
  readonly rules?: string
  readonly definition?: Sha256
  readonly criteria?: Sha256 | undefined
}

/** What the document is. */
export function identitySection(
  speech: Speech,
  payload: DocumentPayload,
  sha256: Sha256,
  basis: Basis,
): Block[] {
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  const { application, createdBy, site } = payload
  const role = speech.plain(roleNames[createdBy.role])
  const build = application.build ?? speech.plain(common.noBuild)
  const made = `${instantText(payload.createdAt)} · ${createdBy.fullName} (${role})`
  const authority = payload.authority ? fingerprintText(payload.authority) : speech.plain(common.noAuthority)
  const entries: Entry[] = [
    [identityWords.id, line(payload.id)],
    [identityWords.created, line(made)],
    [identityWords.software, line(`Lobule ${application.version} (${build})`)],
    ...(basis.rules === undefined ? [] : [[identityWords.rules, line(basis.rules)] as const]),
    [identityWords.timeZone, line(site.timeZone)],
    ...(basis.definition
      ? [[identityWords.definitionHash, line(fingerprintText(basis.definition))] as const]
      : []),
    ...(basis.criteria ? [[identityWords.criteriaHash, line(fingerprintText(basis.criteria))] as const] : []),
    [identityWords.authority, line(authority)],
    [identityWords.attachment, attachment(speech)],
  ]
  return [
    section(speech, identityWords.title),
    list(speech, entries),
    { kind: 'text', paragraphs: [hashLine(speech, sha256)] },
  ]
}

/** The same in two paragraphs, for a page that has to leave room: the foot of each page says the rest. */
export function shortIdentity(
  speech: Speech,
  payload: DocumentPayload,
  sha256: Sha256,
  definition: Sha256 | undefined,
): Block {
  const { createdBy, createdAt, site } = payload
  const look = { size: TYPE.fine, tone: 'soft' as const }
  const said = (text: string) => ({ text: ` ${text}   `, size: TYPE.fine })
  const spans = [
    ...speech.spans(identityWords.created, look),
    said(`${instantText(createdAt)} · ${createdBy.fullName} (${speech.plain(roleNames[createdBy.role])})`),
    ...speech.spans(identityWords.timeZone, look),
    said(site.timeZone),
    ...(definition
      ? [...speech.spans(identityWords.definitionHash, look), said(fingerprintText(definition))]
      : []),
    ...speech.spans(identityWords.attachment, look),
    said(ATTACHMENT),
  ]
  const told = { spans, size: TYPE.fine, before: 8 }
  return { kind: 'text', paragraphs: [told, hashLine(speech, sha256)] }
}

/** How a stranger verifies the document. */
export function verifySection(speech: Speech): Block[] {
  const steps = verifySteps.flatMap(step => speech.say(step, { size: TYPE.cell, before: 2 }))
  return [section(speech, identityWords.verify), { kind: 'text', paragraphs: steps }]
}

/** The hash alone is what the tags give of this paragraph: a verifier compares it with the attached record. */
function hashLine(speech: Speech, sha256: Sha256) {
  const label = speech.spans(identityWords.hash, { tone: 'soft', size: TYPE.head })
  const spans = [...label, { text: '\n' }, { text: fingerprintText(sha256), bold: true }]
  return { spans, size: TYPE.cell, before: 5, actual: sha256 }
}

function attachment(speech: Speech) {
  return [
    literal(ATTACHMENT, { size: TYPE.cell }),
    ...speech.say(identityWords.attachmentNote, { size: TYPE.fine, tone: 'soft' }),
  ]
}

import type { QueryContext } from '#main/services/context.ts'
import { preparedFor, protocolOf } from '#main/services/protocol-basis.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { currentReadingChoices } from '#main/store/protocol-repository.ts'
import { findSignature, standingSignatures } from '#main/store/signature-repository.ts'
import { criteriaChange, protocolChanges, readingChanges } from '#shared/core/eligibility/basis.ts'
import { type PreparedProtocol, readingsOf } from '#shared/core/eligibility/index.ts'
import type { ProtocolId, SignatureId } from '#shared/core/ids.ts'
import { conditionWords } from '#shared/core/protocol/words.ts'
import type { BasisChange } from '#shared/core/signatures/change.ts'
import { SignedRecord } from '#shared/core/signatures/record.ts'
import type { ConfigurationSubject, EligibilitySubject, Subject } from '#shared/core/signatures/subject.ts'
import { blockedIf, type Composition } from './composition.ts'

/** What the principal investigator would approve: every reading, and the site's criteria as Lobule applies them. */
export function composeConfiguration(protocolId: ProtocolId, context: QueryContext): Composition {
  const { db, session, protocols, user } = context
  const prepared = preparedFor(protocolOf(protocolId, protocols), db)
  const readings = readingsIn(prepared, db)
  const subject: ConfigurationSubject = {
    kind: 'configuration',
    protocol: protocolIn(prepared),
    readings: readings.version === 0 ? null : readings,
    criteria: approvedCriteria(prepared),
    training: session.site.training === true || prepared.site?.criteria.training === true,
  }
  const isPrincipal = user.role === 'principal_investigator'
  return {
    subject,
    blockers: [
      ...blockedIf(!isPrincipal, 'not_the_principal_investigator'),
      ...blockedIf(subject.readings === null && subject.criteria === null, 'nothing_to_sign'),
      ...blockedIf(configurationSignature(prepared, db) !== undefined, 'already_signed'),
    ],
    meanings: ['configuration_approval'],
    place: { patientId: null, protocolId, of: null, document: null },
  }
}

/** The protocol's definition, as a record names it. */
export function protocolIn({ protocol }: PreparedProtocol): EligibilitySubject['protocol'] {
  const { id, version, title } = protocol.definition
  return { id, version, sha256: protocol.sha256, title }
}

/** Every reading with the alternative that is chosen. */
export function readingsIn(prepared: PreparedProtocol, db: ReadableDb): EligibilitySubject['readings'] {
  const { protocol, site, readings: chosen } = prepared
  const choices = readingsOf(protocol, site).map(({ id, scope, question, quote, alternatives }) => {
    const alternative = chosen[id] ?? null
    const label = alternatives.find(known => known.id === alternative)?.label ?? null
    return { id, scope, question, quote: quote.text, alternative, label }
  })
  return { version: currentReadingChoices(db, protocol.definition.id)?.version ?? 0, choices }
}

/** The site's own criteria, as a record names them. */
export function criteriaIn({ site }: PreparedProtocol): EligibilitySubject['criteria'] {
  if (site === undefined) return null
  const { version, sha256, criteria } = site
  const { protocolVersion, approvedOn, training } = criteria
  return { version, sha256, protocolVersion, approvedOn, training: training === true }
}

function approvedCriteria(prepared: PreparedProtocol): ConfigurationSubject['criteria'] {
  const criteria = criteriaIn(prepared)
  if (criteria === null || prepared.site === undefined) return null
  const readings = readingsOf(prepared.protocol, prepared.site)
  const list = prepared.site.criteria.criteria.map(({ id, label, side, title, quote, condition }) => ({
    ...{ id, label, side, title, quote: quote.text },
    rule: conditionWords(condition, readings, prepared.readings),
  }))
  return { ...criteria, list }
}

/** The approval that covers what is chosen and entered now, the newest of several. */
export function configurationSignature(prepared: PreparedProtocol, db: ReadableDb): SignatureId | undefined {
  const protocolId = prepared.protocol.definition.id
  return standingSignatures(db, { protocolId }).findLast(id => {
    const approved = approvedBy(id, db)
    return approved !== undefined && configurationChanges(approved, prepared).length === 0
  })
}

/** What a principal investigator approved with a signature; undefined for a signature of another kind. */
function approvedBy(id: SignatureId, db: ReadableDb): ConfigurationSubject | undefined {
  const row = findSignature(db, id)
  if (row?.kind !== 'configuration') return undefined
  const subject = subjectIn(row.record)
  return subject?.kind === 'configuration' ? subject : undefined
}

/** A record that somebody made unreadable approves nothing, and keeps nobody from approving anew. */
function subjectIn(record: string): Subject | undefined {
  try {
    return SignedRecord.parse(JSON.parse(record)).subject
  } catch {
    return undefined
  }
}

/** What was approved and is another now; `undefined` for a protocol that Lobule no longer ships. */
export function configurationChanges(
  approved: ConfigurationSubject,
  now: PreparedProtocol | undefined,
): BasisChange[] {
  const was = { protocol: approved.protocol, rules: '' }
  if (now === undefined) return [{ item: 'protocol', was: approved.protocol.version, now: '–' }]
  const chosen = (approved.readings?.choices ?? []).map(({ id, alternative }) => [id, alternative] as const)
  const offered = readingsOf(now.protocol, now.site).map(({ id }) => [id, now.readings[id] ?? null] as const)
  return [
    ...readingChanges(new Map(chosen), new Map(offered)),
    ...criteriaChange(approved.criteria?.version ?? null, now.site?.version ?? null),
    ...protocolChanges(was, { protocol: protocolIn(now), rules: '' }),
  ]
}

import { type CriteriaFile, parseCriteria } from '#main/interchange/criteria-file.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import {
  type CriteriaVersion,
  currentReadingChoices,
  currentSiteCriteria,
  insertReadingChoices,
  insertSiteCriteria,
  type ReadingsVersion,
  readingChoicesHistory,
  siteCriteriaHistory,
} from '#main/store/protocol-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { protocols } from '#shared/api/protocols.ts'
import { checkChoices, readingsOf } from '#shared/core/eligibility/index.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { Surroundings } from './context.ts'
import { defined } from './defined.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'
import { protocolOf } from './protocol-basis.ts'
import { markProtocol } from './signatures/invalidate.ts'

export const protocolHandlers: AreaHandlers<typeof protocols> = {
  list: (_input, { db, protocols }) => protocols.map(protocol => summary(protocol, db)),

  get({ id }, { db, protocols }) {
    const { definition, sha256 } = protocolOf(id, protocols)
    const criteria = currentSiteCriteria(db, id)
    const readings = currentReadingChoices(db, id)
    return {
      definition,
      sha256,
      criteria: criteria ? asCriteria(criteria) : null,
      readings: readings ? asReadings(readings) : null,
    }
  },

  history({ id }, { db, protocols }) {
    protocolOf(id, protocols)
    return {
      criteria: siteCriteriaHistory(db, id).map(asCriteria),
      readings: readingChoicesHistory(db, id).map(asReadings),
    }
  },

  previewCriteria: ({ protocolId, ...file }, { protocols }) => criteriaFor(protocolId, file, protocols),

  enterCriteria({ protocolId, expectedVersion, reason, file, text }, context) {
    const { db, protocols, audit } = context
    const { criteria } = criteriaFor(protocolId, { file, text }, protocols)
    const before = currentSiteCriteria(db, protocolId)
    const entered = nextVersion(before, { expectedVersion, reason, entity: 'criteria' }, context)
    const sha256 = insertSiteCriteria(db, protocolId, { ...entered, text })
    audit({
      action: 'protocol.enter_criteria',
      subject: { kind: 'protocol', id: protocolId },
      field: 'criteria',
      oldValue: before ? { version: before.version, sha256: before.sha256 } : null,
      newValue: { version: entered.version, sha256, file },
      ...defined({ reason }),
    })
    markProtocol(protocolId, context)
    return asCriteria({ ...entered, text, sha256, criteria })
  },

  chooseReadings({ protocolId, expectedVersion, reason, readings }, context) {
    const { db, protocols, audit } = context
    const protocol = protocolOf(protocolId, protocols)
    const issues = checkChoices(readings, readingsOf(protocol, currentSiteCriteria(db, protocolId)))
    if (issues.length > 0) throw new AppError({ code: 'invalid_input', issues })
    const before = currentReadingChoices(db, protocolId)
    const entered = nextVersion(before, { expectedVersion, reason, entity: 'readings' }, context)
    insertReadingChoices(db, protocolId, { ...entered, choices: readings })
    audit({
      action: 'protocol.choose_readings',
      subject: { kind: 'protocol', id: protocolId },
      field: 'readings',
      oldValue: before?.choices ?? null,
      newValue: readings,
      ...defined({ reason }),
    })
    markProtocol(protocolId, context)
    return asReadings({ ...entered, choices: readings })
  },
}

/** The criteria in the text of a file. Throws `invalid_file`, or `invalid_input` where they are another protocol's. */
function criteriaFor(
  id: ProtocolId,
  { file, text }: { readonly file: string; readonly text: string },
  protocols: Surroundings['protocols'],
): CriteriaFile {
  protocolOf(id, protocols)
  const read = parseCriteria(text, file, protocols)
  if (read.criteria.protocol !== id) throw invalid('text', `the file is for ${read.criteria.protocol}`)
  return read
}

function summary({ definition, sha256 }: LoadedProtocol, db: ReadableDb) {
  const { id, version, date, title, site, eligibilityCriteria } = definition
  const criteriaVersion = currentSiteCriteria(db, id)?.version ?? 0
  return {
    ...{ id, version, date, title, site, sha256, criteriaVersion },
    eligibilityCriteria: criteriaVersion > 0 ? ('entered' as const) : eligibilityCriteria,
    readingsVersion: currentReadingChoices(db, id)?.version ?? 0,
  }
}

function asCriteria({ version, enteredAt, authorId, reason, criteria, sha256 }: CriteriaVersion) {
  return { version, enteredAt, author: authorId, ...defined({ reason }), criteria, sha256 }
}

function asReadings({ version, enteredAt, authorId, reason, choices }: ReadingsVersion) {
  return { version, enteredAt, author: authorId, ...defined({ reason }), readings: choices }
}

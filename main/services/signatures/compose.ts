import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { QueryContext } from '#main/services/context.ts'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { Subject } from '#shared/core/signatures/subject.ts'
import { composeCountersignature, composeDocument, composeWithdrawal } from './about.ts'
import { composeCausality } from './causality.ts'
import type { Composition } from './composition.ts'
import { composeConfiguration } from './configuration.ts'
import { composeEligibility } from './eligibility.ts'

/** What somebody would sign at this moment. The caller's words are a question, never a part of it but for a reason. */
export function compose(request: SignatureRequest, context: QueryContext): Composition {
  const composition = composed(request, context)
  const { subject } = composition
  // A record that its own schema refuses could not be read again.
  return { ...composition, subject: subject === null ? null : Subject.parse(subject) }
}

function composed(request: SignatureRequest, context: QueryContext): Composition {
  switch (request.kind) {
    case 'eligibility':
      return composeEligibility(request, context)
    case 'causality':
      return composeCausality(request, context)
    case 'configuration':
      return composeConfiguration(request.protocolId, context)
    case 'countersignature':
      return composeCountersignature(request.of, context)
    case 'withdrawal':
      return composeWithdrawal(request.of, request.reason, context)
    case 'document':
      return composeDocument(request.document, context)
  }
}

/** SHA-256 of a subject's canonical JSON. */
export function subjectHash(subject: Subject): Sha256 {
  return Sha256.parse(hash('sha256', canonicalize(subject) ?? ''))
}

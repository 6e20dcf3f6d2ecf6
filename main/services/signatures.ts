import { signatureIds } from '#main/store/signature-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { signatures } from '#shared/api/signatures.ts'
import type { AreaHandlers } from './handlers.ts'
import { checkSignature } from './signatures/check.ts'
import { compose, subjectHash } from './signatures/compose.ts'
import { prepareSigning } from './signatures/sign.ts'
import { summariesOf } from './signatures/summaries.ts'
import { workList } from './signatures/work-list.ts'
import { asksLoginName } from './signing-key.ts'

export const signatureHandlers: AreaHandlers<typeof signatures> = {
  review({ request }, context) {
    const { subject, blockers, meanings } = compose(request, context)
    return {
      subject,
      sha256: subject && subjectHash(subject),
      blockers: [...blockers],
      meanings: [...meanings],
      asksLoginName: asksLoginName(context),
    }
  },

  sign: { prepare: prepareSigning },

  list({ patientId, protocolId }, context) {
    const { db, user } = context
    const maySeePatients = hasRight(user, 'screening.read')
    if (patientId === undefined) {
      const withoutPatient = protocolId !== undefined || !maySeePatients
      return summariesOf(signatureIds(db, { protocolId, withoutPatient }), context)
    }
    if (!maySeePatients) throw new AppError({ code: 'not_permitted', right: 'screening.read' })
    return summariesOf(signatureIds(db, { patientId, protocolId }), context)
  },

  get: ({ id }, context) => checkSignature(id, context),

  workList: (_input, context) => workList(context),
}

import type { z } from 'zod'
import { scannedMediaType } from '#main/interchange/scanned-file.ts'
import type { MutationContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import { uploadOf } from '#main/services/imports/uploads.ts'
import { patientOf } from '#main/services/patients.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { insertCopy, insertCopyFact } from '#main/store/certified-copy-repository.ts'
import { keepFile } from '#main/store/file-repository.ts'
import type { CertifiedCopy, certifiedCopies } from '#shared/api/certified-copies.ts'
import { certification } from '#shared/core/imports/certification.ts'
import { ownFacts } from './attach.ts'
import { shownCopy } from './shown.ts'

type Asked = z.output<typeof certifiedCopies.certify.input>

/** Keeps a scanned report with its hash, who compared it with its original and when (trust.md C3). */
export function certifyCopy(asked: Asked, context: MutationContext): CertifiedCopy {
  const { patientId, title, dated, originalAt } = asked
  const { db, session, newId, now, user, audit } = context
  patientOf(db, patientId)
  if (dated !== null && dated > todayOf(context)) throw invalid('dated', 'lies in the future')
  const { name, sha256, bytes } = uploadOf(asked.upload, context)
  const mediaType = scannedMediaType(bytes, name)
  const facts = ownFacts(patientId, asked.facts, db)
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  keepFile(db, { sha256, mediaType, content: bytes, ...entered })
  const statement = `${certification.en}\n${certification['zh-CN']}`
  const said = { title, dated, originalAt, statement }
  const copy = { id: newId(), patientId, sha256, name, ...said, ...entered }
  insertCopy(db, copy)
  for (const factId of facts) insertCopyFact(db, { copyId: copy.id, factId, ...entered })
  audit({
    action: 'copy.certify',
    subject: { kind: 'patient', id: patientId },
    field: `copies.${copy.id}`,
    newValue: { title, dated, originalAt, fileName: name, sha256, statement, facts },
  })
  context.afterCommit(() => void session.staging.uploads.delete(asked.upload))
  return shownCopy(copy, db)
}

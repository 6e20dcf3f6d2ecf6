import canonicalize from 'canonicalize'
import type { QueryContext } from '#main/services/context.ts'
import { currentAuthority } from '#main/store/authority-repository.ts'
import type { DocumentContent, DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import type { DocumentId } from '#shared/core/ids.ts'

/** A document to be made. */
export interface Draft {
  readonly id: DocumentId
  readonly language: DocumentLanguage
  readonly content: DocumentContent
  readonly at: Date
}

/** Everything that a document prints, with who makes it, where and with what. */
export function payloadOf({ id, language, content, at }: Draft, context: QueryContext): DocumentPayload {
  const { session, user, app, db } = context
  const { name, number, timeZone, training } = session.site
  return {
    schema: 'lobule.document/1',
    ...{ id, language, content },
    createdAt: session.clock.render(at),
    createdBy: { fullName: user.fullName, role: user.role },
    site: { name, number, timeZone },
    training: training === true || ('seal' in content && content.subject.training),
    application: { version: app.version, build: app.build },
    authority: sealedBy(content) ?? currentAuthority(db)?.sha256 ?? null,
  }
}

function sealedBy(content: DocumentContent) {
  return 'seal' in content ? content.seal?.header.authority : undefined
}

/** A document's content as it is kept and attached: canonical JSON. */
export function payloadText(payload: DocumentPayload): string {
  return canonicalize(payload) ?? ''
}

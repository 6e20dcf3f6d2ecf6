import type { z } from 'zod'
import { type AuthorityRecord, currentAuthority } from '#main/store/authority-repository.ts'
import { listCertificates } from '#main/store/certificate-repository.ts'
import type { signing } from '#shared/api/signing.ts'
import { authorityOf, draftAuthority, keepAuthority } from './authority.ts'
import { describeDer, endCertificate, signatories } from './certificates.ts'
import type { QueryContext } from './context.ts'
import { prepareEnabling } from './enabling.ts'
import type { AreaHandlers, Commit } from './handlers.ts'
import { noteRefusals, provePassword } from './proof.ts'
import { proveSecondPerson } from './second-person.ts'

export const signingHandlers: AreaHandlers<typeof signing> = {
  authority(_input, { db }) {
    const authority = currentAuthority(db)
    return authority === undefined ? null : toAuthority(authority)
  },

  people: (_input, { db }) => signatories(db),

  enable: {
    prepare: (input, context) =>
      noteRefusals(context, 'signing.refused', () => prepareEnabling(input, context)),
  },

  replaceAuthority: {
    prepare: (input, context) =>
      noteRefusals(context, 'signing.refused', () => prepareReplacement(input, context)),
  },
}

type Authority = z.input<typeof signing.replaceAuthority.output>

/** Also of use while the old key still opens: it may have been seen by others. */
async function prepareReplacement(
  { password, second, reason }: z.output<typeof signing.replaceAuthority.input>,
  context: QueryContext,
): Promise<Commit<Authority>> {
  const { user, session } = context
  await provePassword(context, user.loginName, password)
  const { id: secondPerson } = await proveSecondPerson(context, second, { mustBeOwnPassword: true })
  const draft = await draftAuthority(context, { site: session.site, holder: user.id, password })
  return writing => {
    for (const { userId, ended } of listCertificates(writing.db)) {
      if (ended === null) endCertificate(writing, userId, { cause: 'authority_replaced', reason })
    }
    keepAuthority(writing, draft, { reason, secondPerson })
    return toAuthority(authorityOf(writing.db))
  }
}

function toAuthority({ certificate, holder, createdAt }: AuthorityRecord): Authority {
  return { ...describeDer(certificate), holder, createdAt }
}

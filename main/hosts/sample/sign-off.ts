import type { z } from 'zod'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { Login } from './colleagues.ts'

type EngineClient = Client<typeof contract>

/** Makes the key pair and certificate of whoever is logged in, before a second person. */
export async function enableSigning(client: EngineClient, own: Login, second: Login): Promise<void> {
  const { loginName, password } = second
  await client.signing.enable({
    password: own.password,
    second: { loginName, password },
    identityDocument: 'staff_card',
  })
}

/** Reviews and signs as the ceremony in the window does: all of these, one after the other, or none. */
export async function signAll(
  client: EngineClient,
  own: Login,
  requests: readonly z.input<typeof SignatureRequest>[],
) {
  const items = []
  for (const request of requests) {
    const { sha256, meanings, blockers } = await client.signatures.review({ request })
    const [meaning] = meanings
    if (sha256 === null || meaning === undefined || blockers.length > 0) {
      throw new Error(`the sample cannot be signed: ${JSON.stringify(blockers)}`)
    }
    items.push({ request, meaning, reviewed: sha256 })
  }
  const { loginName, password } = own
  return client.signatures.sign({ loginName, password, language: 'bilingual', items })
}

import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { Role } from '#shared/api/rights.ts'
import type { SecondPerson } from '#shared/api/signing.ts'

type EngineClient = Client<typeof contract>

/** Who is logged in, and comes back after each colleague has set a password of their own. */
export type Login = z.input<typeof SecondPerson>

/** Somebody who works at the sample site beside the investigator. */
export interface Colleague extends Login {
  readonly fullName: string
  readonly role: Role
}

/** At least one: some things take a second person. */
export type Colleagues = readonly [Colleague, ...Colleague[]]

/**
 * Adds colleagues as a site does: with a first password that the adder knows, which each of them changes at their first
 * login. Only then do they count as a second person.
 */
export async function addColleagues(
  client: EngineClient,
  investigator: Login,
  colleagues: Colleagues,
): Promise<void> {
  const firstPassword = randomBytes(18).toString('base64url')
  for (const { password: _own, ...person } of colleagues) {
    await client.users.add({ ...person, password: firstPassword })
  }
  for (const { loginName, password } of colleagues) {
    await client.session.lock({})
    await client.session.unlock({ loginName, password: firstPassword })
    await client.session.changePassword({ currentPassword: firstPassword, newPassword: password })
  }
  await client.session.lock({})
  await client.session.unlock({ loginName: investigator.loginName, password: investigator.password })
}

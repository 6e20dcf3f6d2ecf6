import { audit } from './audit.ts'
import { facts } from './facts.ts'
import { patients } from './patients.ts'
import type { Contract } from './procedure.ts'
import { protocols } from './protocols.ts'
import { screening } from './screening.ts'
import { session } from './session.ts'
import { site } from './site.ts'
import { users } from './users.ts'

/** Everything that may cross between a host and the engine. Client, handlers, checks and tests derive from it. */
export const contract = {
  site,
  session,
  users,
  patients,
  facts,
  protocols,
  screening,
  audit,
} satisfies Contract

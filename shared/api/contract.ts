import { app } from './app.ts'
import { audit } from './audit.ts'
import { drafts } from './drafts.ts'
import { facts } from './facts.ts'
import { laboratories } from './laboratories.ts'
import { patients } from './patients.ts'
import { preferences } from './preferences.ts'
import type { Contract } from './procedure.ts'
import { protocols } from './protocols.ts'
import { screening } from './screening.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { site } from './site.ts'
import { users } from './users.ts'

/** Everything that may cross between a host and the engine. Client, handlers, checks and tests derive from it. */
export const contract = {
  app,
  preferences,
  site,
  session,
  users,
  patients,
  facts,
  protocols,
  screening,
  audit,
  drafts,
  laboratories,
  settings,
} satisfies Contract

import type { KillWork } from './work.ts'
import { backingUp } from './works/backing-up.ts'
import { importing } from './works/importing.ts'
import { migrating } from './works/migrating.ts'
import { rekeying } from './works/rekeying.ts'
import { restoring } from './works/restoring.ts'
import { saving } from './works/saving.ts'
import { signing } from './works/signing.ts'

/** All of them, by name. */
export const works: Readonly<Record<string, KillWork>> = {
  saving,
  signing,
  importing,
  'backing up': backingUp,
  restoring,
  'giving another key': rekeying,
  migrating,
}

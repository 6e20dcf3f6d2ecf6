import { z } from 'zod'
import { Role } from '../core/person.ts'

export { Role }

/**
 * What a procedure asks for. `identity.read` is granted to a person, never to a role; `users.appoint` is asked beside
 * `users.manage` where somebody becomes anything but an administrator.
 */
export const Right = z.enum([
  'session.use',
  'users.read',
  'users.manage',
  'users.appoint',
  'identity.grant',
  'identity.read',
  'patients.read',
  'patients.write',
  'facts.read',
  'facts.write',
  'protocols.read',
  'protocols.configure',
  'screening.read',
  'audit.read',
  'audit.verify',
  'laboratories.read',
  'laboratories.write',
  'settings.change',
  'judgements.write',
  'signatures.sign',
  'documents.export',
  'enrolment.plan',
  'data.export',
  'data.copy',
  'backups.make',
  'backups.manage',
  'store.rekey',
])
export type Right = z.infer<typeof Right>

const everyone = ['session.use', 'users.read', 'protocols.read', 'audit.verify'] as const
const reading = [
  ...everyone,
  'patients.read',
  'facts.read',
  'screening.read',
  'laboratories.read',
  'documents.export',
] as const
const writing = ['patients.write', 'facts.write', 'laboratories.write', 'enrolment.plan'] as const
/**
 * An investigator's own: judging and signing cannot be delegated (ICH E6(R3) 2.3), and whoever lets data leave signs what
 * left (2.12).
 */
const deciding = ['judgements.write', 'signatures.sign', 'data.export'] as const

/**
 * The one table of what each role may do. Monitors only read. Administrators manage users and see no clinical data,
 * so they do not read the trail either: its entries hold old and new clinical values. Nor do they appoint who sees it:
 * whoever adds a user knows that user's first password.
 */
export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  principal_investigator: [
    ...reading,
    ...writing,
    ...deciding,
    'users.manage',
    'users.appoint',
    'identity.grant',
    'protocols.configure',
    'settings.change',
    'audit.read',
    'data.copy',
    'backups.make',
    'backups.manage',
    'store.rekey',
  ],
  sub_investigator: [...reading, ...writing, ...deciding, 'audit.read', 'backups.make'],
  coordinator: [...reading, ...writing, 'backups.make'],
  monitor: [...reading, 'audit.read'],
  administrator: [...everyone, 'users.manage', 'settings.change', 'backups.make', 'backups.manage'],
}

/** Who asks: the role, and the personal grant to see full names. */
export interface Holder {
  readonly role: Role
  readonly mayReadIdentity: boolean
}

/** Whether a person has a right: through the role, or for `identity.read` through the personal grant alone. */
export function hasRight(holder: Holder, right: Right): boolean {
  if (right === 'identity.read') return holder.mayReadIdentity && holder.role !== 'administrator'
  return rightsOfRole[holder.role].includes(right)
}

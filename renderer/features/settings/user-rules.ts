import { Role } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'

/** What can be done to a user. */
export type UserAction = 'role' | 'grant' | 'withdraw' | 'reset' | 'deactivate'

/** Who acts, with which of the rights over users. */
export interface Actor {
  readonly id: string
  readonly mayManage: boolean
  readonly mayAppoint: boolean
  readonly mayGrant: boolean
}

/** The actions that the engine would take from this actor; it decides, this only leaves out what is refused anyway. */
export function actionsOn(user: User, actor: Actor, users: readonly User[]): UserAction[] {
  if (!user.active) return []
  const isSelf = user.id === actor.id
  const isLast = isLastInvestigator(user, users)
  const actions: UserAction[] = []
  if (actor.mayManage && !isSelf && !isLast && rolesFor(user, actor).length > 0) actions.push('role')
  if (actor.mayGrant && user.mayReadIdentity) actions.push('withdraw')
  const mayBeGranted = user.role !== 'administrator' && (!isSelf || isLast)
  if (actor.mayGrant && !user.mayReadIdentity && mayBeGranted) actions.push('grant')
  const mayReset = actor.mayAppoint || user.role === 'administrator'
  if (actor.mayManage && !isSelf && mayReset) actions.push('reset')
  if (actor.mayManage && !isSelf && !isLast) actions.push('deactivate')
  return actions
}

/** The roles that an actor can give; `user` absent for a new one. */
export function rolesFor(user: User | undefined, { mayAppoint }: Actor): Role[] {
  return Role.options.filter(role => role !== user?.role && (mayAppoint || role === 'administrator'))
}

/** Without a principal investigator nobody could appoint one. */
function isLastInvestigator(user: User, users: readonly User[]): boolean {
  const leading = users.filter(({ active, role }) => active && role === 'principal_investigator')
  return user.role === 'principal_investigator' && leading.length === 1
}

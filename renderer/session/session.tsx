import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { LockCause } from '#shared/api/events.ts'
import type { Right } from '#shared/api/rights.ts'
import type { OpeningFinding, PasswordDue } from '#shared/api/session.ts'
import type { Site } from '#shared/api/site.ts'
import type { User } from '#shared/api/users.ts'
import { type Api, useApi } from '../api/api.tsx'
import { useTransport } from '../api/transport-context.tsx'
import { type DraftSaver, useDraftSaver } from '../drafts/draft-saver.ts'
import { useIsOffered } from './read-only.tsx'

/** What the user was told when the store opened. */
export interface Welcome {
  readonly failedAttempts: number
  readonly findings: readonly OpeningFinding[]
}

/** A backup that took the place of the store before anybody unlocked it: when it was made, and where the other lies. */
export interface Restored {
  readonly madeAt: string
  readonly keptAside: string | null
}

/** What the whole window shows. */
export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'failed'; readonly error: ErrorPayload }
  | { readonly state: 'engine_down' }
  | { readonly state: 'no_store' }
  | { readonly state: 'incomplete'; readonly missing: 'database' | 'keyring' }
  | { readonly state: 'locked'; readonly cause?: LockCause }
  | OpenSession

export interface OpenSession {
  readonly state: 'open'
  readonly user: User
  readonly rights: readonly Right[]
  readonly site: Site
  /** Nothing but another password is taken until it is changed. */
  readonly passwordDue: PasswordDue | null
  readonly welcome?: Welcome
}

interface Control {
  readonly session: SessionState
  /** Asks the engine how things stand; after an unlock, with what it told. */
  readonly refresh: (welcome?: Welcome) => Promise<void>
  /** Keeps every draft, then locks. Nothing stands in the way of locking: a draft that cannot be kept in a second waits no longer. */
  readonly lock: () => Promise<void>
  readonly drafts: DraftSaver
  /** What was restored since the last opening; told until somebody unlocks. */
  readonly restored: Restored | undefined
  readonly tellRestored: (restored: Restored) => void
}

const SessionContext = createContext<Control | undefined>(undefined)

/** Follows the engine: locked by whomever, ended, or open; what a session showed leaves the page with it. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const api = useApi()
  const transport = useTransport()
  const queries = useQueryClient()
  const drafts = useDraftSaver()
  const [session, setSession] = useState<SessionState>({ state: 'starting' })
  const [restored, tellRestored] = useState<Restored>()

  const leave = useCallback(
    (next: SessionState) => {
      drafts.follow(false)
      setSession(next)
      queries.removeQueries()
      // A mutation keeps its input for minutes, such as the identifier of somebody who was just registered.
      queries.getMutationCache().clear()
    },
    [queries, drafts],
  )
  const refresh = useCallback(
    async (welcome?: Welcome) => {
      const next = await currentState(api, welcome)
      drafts.follow(next.state === 'open' && next.passwordDue === null)
      if (next.state === 'open') tellRestored(undefined)
      setSession(next)
    },
    [api, drafts],
  )
  const lock = useCallback(async () => {
    await Promise.race([drafts.flush(), new Promise(resolve => setTimeout(resolve, 1000))])
    await api.session.lock({})
    leave({ state: 'locked', cause: 'user' })
  }, [api, drafts, leave])

  useEffect(() => void refresh(), [refresh])
  useEffect(
    () =>
      transport.subscribe(heard => {
        if (heard.event === 'locked') leave({ state: 'locked', cause: heard.cause })
        if (heard.event === 'engine_down') leave({ state: 'engine_down' })
        if (heard.event === 'engine_up') void refresh()
      }),
    [transport, leave, refresh],
  )
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ query }) => {
        if (isLocked(query.state.error)) leave({ state: 'locked' })
      }),
    [queries, leave],
  )

  const control = useMemo(
    () => ({ session, refresh, lock, drafts, restored, tellRestored }),
    [session, refresh, lock, drafts, restored],
  )
  return <SessionContext value={control}>{children}</SessionContext>
}

/** The state of the whole window, and what changes it. */
export function useSessionControl(): Control {
  const control = useContext(SessionContext)
  if (control === undefined) throw new Error('no SessionProvider above')
  return control
}

/** The open session; for screens that are shown only while there is one. */
export function useSession(): OpenSession {
  const { session } = useSessionControl()
  if (session.state !== 'open') throw new Error('no session is open')
  return session
}

/** Whether the user may do what a right is for; screens leave out what they may not. */
export function useRight(right: Right): boolean {
  const { session } = useSessionControl()
  const isOffered = useIsOffered(right)
  return isOffered && session.state === 'open' && session.rights.includes(right)
}

async function currentState(api: Api, welcome?: Welcome): Promise<SessionState> {
  try {
    const status = await api.site.status({})
    if (status.state === 'none') return { state: 'no_store' }
    if (status.state === 'incomplete') return status
    if (status.state === 'locked') return { state: 'locked' }
    const current = await api.session.current({})
    return { state: 'open', ...current, ...(welcome ? { welcome } : {}) }
  } catch (error) {
    if (error instanceof AppError)
      return error.payload.code === 'locked' ? { state: 'locked' } : { state: 'failed', error: error.payload }
    throw error
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'locked'
}

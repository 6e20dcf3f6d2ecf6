import { createContext, type ReactNode, useContext } from 'react'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'

export type Api = Client<typeof contract>

const ApiContext = createContext<Api | undefined>(undefined)

/** Gives the screens below the engine that they speak to. */
export function ApiProvider({ api, children }: { readonly api: Api; readonly children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>
}

/** The engine as typed functions. Throws outside an `ApiProvider`. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === undefined) throw new Error('no ApiProvider above')
  return api
}

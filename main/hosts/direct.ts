import type { Engine } from '#main/engine.ts'
import { type Client, createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'

/** The contract in the same process: for the command line, and for tests as the first of the hosts. */
export function directClient(engine: Pick<Engine, 'handle'>): Client<typeof contract> {
  return createClient(contract, request => engine.handle(request))
}

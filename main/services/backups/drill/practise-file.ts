import { unwrapped } from '#main/services/restoring/prove.ts'
import type { RestoreProof } from '#shared/api/restoring.ts'
import { type Practised, runDrill } from './run-drill.ts'

/** Practises the restore of a file without the store that it is of; recorded nowhere. `scratch` is not there before, nor afterwards. */
export function practiseFile(file: string, scratch: string, proof: RestoreProof): Promise<Practised> {
  return runDrill({
    ...{ file, scratch },
    async open(keyring) {
      const key = await unwrapped(keyring, proof)
      return key && { key }
    },
    step: async () => undefined,
  })
}

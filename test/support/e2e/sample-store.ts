import { documentResources, samplesFolder, shippedProtocols, version } from '#main/hosts/resources.ts'
import { ensureSampleStore } from '#main/hosts/sample-site.ts'

/** The variable of the environment in which workers find the store that was made for all of them. */
export const SAMPLE_STORE = 'LOBULE_SAMPLE_STORE'

/** Makes the invented sample site in a folder, as `--sample` does, with the key derivation of the product. */
export async function makeSampleStore(directory: string): Promise<string> {
  await ensureSampleStore({
    directory,
    samplesFolder,
    documents: documentResources,
    protocols: await shippedProtocols(),
    app: { version, build: null, runtime: {}, sample: true, host: 'direct' },
    report(failure) {
      throw new Error(`the sample site was not made: ${JSON.stringify(failure)}`)
    },
  })
  return directory
}

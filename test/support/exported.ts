import { fromBufferPromise } from 'yauzl'
import type { TestSite } from './engine.ts'
import { signNow } from './sign.ts'

type Made = Awaited<ReturnType<TestSite['api']['exports']['prepare']>>

/** Takes an export out as a screen does, in parts. */
export async function taken({ api }: Pick<TestSite, 'api'>, id: string) {
  const outgoing = await api.exports.take({ id })
  const parts: Buffer[] = []
  for (let offset = 0; offset < outgoing.bytes; offset += parts.at(-1)?.length ?? outgoing.bytes) {
    const { part } = await api.exports.part({ sha256: outgoing.sha256, offset })
    parts.push(Buffer.from(part, 'base64'))
  }
  return { outgoing, zip: Buffer.concat(parts) }
}

/** Signs the manifest of an export and takes it out; answers its files by their paths. */
export async function signedAndTaken(site: TestSite, made: Made): Promise<Map<string, Buffer>> {
  await signNow(site, { kind: 'document', document: made.manifest })
  return filesIn((await taken(site, made.id)).zip)
}

/** The files of a ZIP by their paths, as another program reads them. */
export async function filesIn(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(zip)
  const files = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry()) {
    const stream = await archive.openReadStreamPromise(entry)
    files.set(entry.fileName, Buffer.concat(await stream.toArray()))
  }
  return files
}

import { randomUUID } from 'node:crypto'
import { PART_BYTES } from '#shared/api/imports.ts'
import type { TestSite } from './engine.ts'

/** Hands a file over as a screen does, in parts; answers what the engine knows it as. */
export async function upload({ api }: Pick<TestSite, 'api'>, name: string, content: Uint8Array) {
  const id = randomUUID()
  const bytes = Buffer.from(content)
  for (let offset = 0; ; offset += PART_BYTES) {
    const part = bytes.subarray(offset, offset + PART_BYTES).toString('base64')
    const answer = await api.imports.upload({ id, name, part, offset, total: bytes.length })
    if (answer.upload !== null) return answer.upload
  }
}

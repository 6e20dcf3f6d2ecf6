import type { IncomingMessage } from 'node:http'
import { type Refusal, refused } from './guard.ts'

/** More than any call of the contract needs: the largest carries a file of criteria. */
const MAXIMUM_BYTES = 4 * 1024 * 1024

/** The JSON that a request carries, or why it is not read. Reads no further than the limit. */
export async function readJson(request: IncomingMessage): Promise<{ value: unknown } | { refusal: Refusal }> {
  const tooLarge = { refusal: refused(413, 'the call is larger than 4 MB') }
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BYTES) return tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  // Returning early must not destroy the socket that the answer still has to take.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAXIMUM_BYTES) return tooLarge
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { refusal: refused(400, 'this is not JSON') }
  }
}

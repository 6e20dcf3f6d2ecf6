import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import { MAXIMUM_FILE_BYTES, PART_BYTES } from '#shared/api/imports.ts'

type Imports = Client<typeof contract>['imports']

/** Hands a file over to the engine, part after part; answers the id under which that has it. */
export async function handOver(imports: Imports, path: string): Promise<string> {
  const bytes = await bytesOf(path)
  const id = randomUUID()
  const total = bytes.length
  for (let offset = 0; offset < total; offset += PART_BYTES) {
    const part = bytes.subarray(offset, offset + PART_BYTES).toString('base64')
    await imports.upload({ id, name: basename(path), part, offset, total })
  }
  return id
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw refused(path, 'is a folder; name a file')
    if (found.size === 0) throw refused(path, 'the file is empty')
    if (found.size > MAXIMUM_FILE_BYTES) throw refused(path, 'the file is larger than 64 MB; divide it')
    return await readFile(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw refused(path, isMissing ? 'does not exist' : 'cannot be read; check its rights')
  }
}

function refused(path: string, message: string): AppError {
  return new AppError({ code: 'invalid_file', file: basename(path), issues: [{ path: '', message }] })
}

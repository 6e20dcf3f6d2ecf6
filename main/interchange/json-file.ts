import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError, type InputIssue, issuesOf } from '#shared/api/errors.ts'
import { findJsonFault } from './json-scan.ts'

/** Larger than any file that Lobule exchanges; refused before it is read into memory. */
const MAXIMUM_BYTES = 20 * 1024 * 1024

/** The refusal of a file. Only its base name is told: a folder's name may name a patient. */
export function invalidFile(file: string, issues: InputIssue[]): AppError {
  return new AppError({ code: 'invalid_file', file: basename(file), issues })
}

/** One mistake in a file, at a path inside it. */
export interface FileIssue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** File issues in the words of the contract, paths as a person would write them. */
export function inputIssues(issues: readonly FileIssue[]): InputIssue[] {
  return issuesOf(
    new z.ZodError(
      issues.map(({ path, message }) => ({ code: 'custom', path: [...path], message, input: null })),
    ),
  )
}

/** The text of a file; refused where it cannot be read, is too large or is not UTF-8. */
export async function readText(path: string): Promise<string> {
  try {
    await using handle = await open(path)
    const stat = await handle.stat()
    if (stat.isDirectory()) throw invalidFile(path, [{ path: '', message: 'is a folder; name a file' }])
    if (stat.size > MAXIMUM_BYTES) throw tooLarge(path)
    return decodeText(await handle.readFile(), path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(invalidFile(path, [{ path: '', message: unreadable(error) }]).payload, {
      cause: error,
    })
  }
}

/** The text of a file's bytes, for input that has no path; refused where it is too large or is not UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > MAXIMUM_BYTES) throw tooLarge(file)
  try {
    // A byte order mark stays, so that a hash over the text is the hash over the file.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    const { payload } = invalidFile(file, [{ path: '', message: 'is not UTF-8 text; save it as UTF-8' }])
    throw new AppError(payload, { cause: error })
  }
}

/** The value of a JSON text, or a refusal with line and column. */
export function parseJson(text: string, file: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const fault = findJsonFault(json)
  if (fault !== undefined) {
    throw invalidFile(file, [{ path: position(json, fault.offset), message: fault.message }])
  }
  return JSON.parse(json)
}

/** A JSON text as a schema wants it, or a refusal that names every wrong field. */
export function parseAs<S extends z.ZodType>(schema: S, text: string, file: string): z.output<S> {
  const parsed = schema.safeParse(parseJson(text, file))
  if (parsed.success) return parsed.data
  throw new AppError(invalidFile(file, issuesOf(parsed.error)).payload, { cause: parsed.error })
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`
}

function tooLarge(file: string): AppError {
  const message = `is larger than ${MAXIMUM_BYTES / 1024 / 1024} MB; split it`
  return invalidFile(file, [{ path: '', message }])
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' ? 'does not exist' : 'cannot be read; check its rights'
}

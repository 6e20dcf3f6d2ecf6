import { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../../json-file.ts'
import { findJsonFault } from '../../json-scan.ts'

/** A number of a JSON text with the digits that stand there: FHIR's decimals keep their trailing zeros. */
export interface PrintedNumber {
  readonly printed: string
}

/** The value of a JSON text in UTF-8, its numbers as printed; refused with the place of its first fault. */
export function readJson(bytes: Uint8Array, file: string): unknown {
  const text = utf8(bytes, file)
  const fault = findJsonFault(text)
  if (fault !== undefined) {
    const before = text.slice(0, fault.offset)
    const line = before.split('\n').length
    const path = `line ${line}, column ${fault.offset - before.lastIndexOf('\n')}`
    throw invalidFile(file, [{ path, message: fault.message }])
  }
  return JSON.parse(text, (_name, value, { source }) =>
    typeof value === 'number' ? { printed: source ?? String(value) } : value,
  )
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const { payload } = invalidFile(file, [{ path: '', message: 'is not UTF-8 text; save it as UTF-8' }])
    throw new AppError(payload, { cause: error })
  }
}

import type { ReadRow } from '#shared/core/imports/row.ts'
import { invalidFile } from '../json-file.ts'
import type { FactRecord, SubjectData } from '../site-data.ts'

/** A subject as an ODM file of Lobule tells it, with all versions of its facts. */
export type OdmSubject = Omit<SubjectData, 'id' | 'screenings'> & { readonly facts: readonly FactRecord[] }

/** What is read from an ODM file. Each of both reads the file anew, so that none of it is held. */
export interface OdmReading {
  /** What stands in the file at last of each fact; `row` is the running number of the fact in the file, from 1. */
  rows(): Iterable<ReadRow>
  subjects(): Iterable<OdmSubject>
}

/** Reads an ODM 1.3.2 file that Lobule wrote. Both throw `invalid_file` where it is another's, broken or hostile. */
export function readOdm(_bytes: Uint8Array, file: string): OdmReading {
  throw invalidFile(file, [{ path: '', message: 'is an ODM file; this version reads none' }])
}

import type { SubjectData } from '../site-data.ts'

/** A subject as an ODM file of Lobule tells it, with all versions of its facts. */
export type OdmSubject = Omit<SubjectData, 'id' | 'screenings'>

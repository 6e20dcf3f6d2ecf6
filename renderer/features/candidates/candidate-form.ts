import { z } from 'zod'
import type { PatientChanges } from '#shared/api/patients.ts'
import { boundsOf, CivilDate, dayOf } from '#shared/core/civil-date.ts'
import { Sex } from '#shared/core/facts/candidate.ts'
import { readDate } from '../../components/read-date.ts'
import type { Patient } from './patient.ts'

const text = z.string()

/** What is typed about a candidate. The identifier is not among it: it is never stored, so no draft may keep it. */
export const CandidateValues = z.strictObject({
  screeningNumber: text,
  initials: text,
  sex: z.union([Sex, z.literal('')]),
  birthDate: text,
  registrationDate: text,
  contact: text,
  fullName: text,
})
export type CandidateValues = z.infer<typeof CandidateValues>
export type CandidateField = keyof CandidateValues

export const NO_VALUES: CandidateValues = {
  screeningNumber: '',
  initials: '',
  sex: '',
  birthDate: '',
  registrationDate: '',
  contact: '',
  fullName: '',
}

export const FIELDS = Object.keys(NO_VALUES) as readonly CandidateField[]

/** What the form shows of a candidate. */
export function valuesOf(patient: Patient): CandidateValues {
  const { screeningNumber, initials, sex, birthDate = '', registrationDate = '' } = patient
  const { contact = '', fullName = '' } = patient
  return { screeningNumber, initials, sex, birthDate, registrationDate, contact, fullName }
}

type Problem = 'required' | 'notRead' | 'future' | 'wholeDay' | 'long'
export type Problems = Readonly<Partial<Record<CandidateField, Problem>>>

const LONGEST: Readonly<Partial<Record<CandidateField, number>>> = {
  screeningNumber: 40,
  initials: 10,
  contact: 200,
  fullName: 200,
}

/** What keeps the values from being saved, by field; the engine checks again. */
export function problemsOf(values: CandidateValues, today: CivilDate): Problems {
  const found = FIELDS.map(field => [field, problemOf(field, values[field].trim(), today)] as const)
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined))
}

function problemOf(field: CandidateField, value: string, today: CivilDate): Problem | undefined {
  if (value === '') return ['screeningNumber', 'initials', 'sex'].includes(field) ? 'required' : undefined
  if (value.length > (LONGEST[field] ?? Number.POSITIVE_INFINITY)) return 'long'
  if (field !== 'birthDate' && field !== 'registrationDate') return undefined
  const date = readDate(value)
  if (date === undefined) return 'notRead'
  if (field === 'registrationDate') return date.length === 10 ? undefined : 'wholeDay'
  return boundsOf(date).earliest > dayOf(today) ? 'future' : undefined
}

/** Values without problems as a new candidate. */
export function newCandidate(values: CandidateValues, identifier: string) {
  const { screeningNumber, initials, sex, birthDate, registrationDate, contact, fullName } = values
  return {
    screeningNumber: screeningNumber.trim(),
    initials: initials.trim(),
    sex: Sex.parse(sex),
    ...given('birthDate', readDate(birthDate)),
    ...given('registrationDate', dayIn(registrationDate)),
    ...given('contact', contact.trim()),
    ...given('fullName', fullName.trim()),
    ...given('identifier', identifier.trim()),
  }
}

/** What was typed differs from the record here. */
export function changedFields(values: CandidateValues, before: CandidateValues): readonly CandidateField[] {
  return FIELDS.filter(field => values[field].trim() !== before[field])
}

/** Values without problems as changes of a record; what was emptied is taken away. */
export function changesOf(
  values: CandidateValues,
  before: CandidateValues,
  identifier: string,
): PatientChanges {
  const { sex, birthDate, registrationDate } = values
  const all = {
    screeningNumber: values.screeningNumber.trim(),
    initials: values.initials.trim(),
    sex: Sex.parse(sex),
    birthDate: readDate(birthDate) ?? null,
    registrationDate: dayIn(registrationDate) ?? null,
    contact: values.contact.trim() || null,
    fullName: values.fullName.trim() || null,
  }
  const changed = changedFields(values, before).map(field => [field, all[field]] as const)
  return { ...Object.fromEntries(changed), ...given('identifier', identifier.trim()) }
}

function dayIn(value: string): CivilDate | undefined {
  return CivilDate.safeParse(readDate(value)).data
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [Key in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [Key in K]: V })
}

import type { Cell } from '../csv.ts'
import type { SiteData, SubjectData } from '../site-data.ts'

/** The columns of the patients. */
export const subjectHead = [
  ...['subject', 'sex', 'birth_date', 'registration_date', 'initials', 'full_name', 'facts'],
] as const

/** A patient with how many facts stand; what names the person is empty where the export is pseudonymised. */
export function subjectRow(subject: SubjectData, facts: number): Cell[] {
  const { screeningNumber, sex, birthDate, registrationDate, initials, fullName } = subject
  const known = [birthDate, registrationDate, initials, fullName].map(each => each ?? null)
  return [screeningNumber, sex, ...known, facts]
}

/** The columns of the people of the site. */
export const peopleHead = ['author', 'role', 'full_name', 'login_name'] as const

/** Everybody whom a record names. */
export function peopleRows({ people }: SiteData): Cell[][] {
  return people.map(({ id, role, fullName, loginName }) => [id, role, fullName, loginName])
}

import type { z } from 'zod'
import type { InputIssue } from '#shared/api/errors.ts'
import { nearestIssues } from '#shared/api/nearest-issues.ts'
import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { timeProblems } from '#shared/core/facts/fact.ts'
import { unitsOf } from '#shared/core/units.ts'

/** What is wrong, by field of the form. */
export type FieldProblems = Readonly<Record<string, string>>

export type Checked = { readonly content: FactContent } | { readonly problems: FieldProblems }

/** Later than anything that can be typed: whether a time lies in the future is the engine's to say, by the site's clock. */
const NEVER = OffsetDateTime.parse('2099-12-31T23:59:59Z')

/** Checks a content as the engine will; a problem stands at its field, in the engine's words. */
export function checkContent(raw: Record<string, unknown>): Checked {
  const parsed = FactContent.safeParse(raw)
  if (!parsed.success) return { problems: problemsOf(parsed.error, raw) }
  const content = parsed.data
  const issues = [...timeProblems(content, NEVER), ...unitProblems(content)]
  if (issues.length === 0) return { content }
  return { problems: Object.fromEntries(issues.map(({ path, message }) => [path, message])) }
}

/** Of an analyte that Lobule compares, only units that it converts; any other code's unit is the engine's to check. */
function unitProblems(content: FactContent): { path: string; message: string }[] {
  const analyte = content.kind === 'laboratory' ? analyteOfLoinc(content.loinc) : undefined
  if (content.kind !== 'laboratory' || analyte === undefined) return []
  const { loinc, unit } = content
  const known = unitsOf(analyte)
  if (known.includes(unit)) return []
  return [{ path: 'unit', message: `${unit} is not a unit of ${loinc}; use ${known.join(' or ')}` }]
}

/** What a field is told that is required and empty; `explain` has the words. */
export const MISSING = 'missing'

function problemsOf(error: z.ZodError, raw: Record<string, unknown>): FieldProblems {
  const issues = nearestIssues(error.issues).map(({ path, message }) => {
    const isAbsent = path.length === 1 && [undefined, ''].includes(raw[String(path[0])] as string)
    const isControl = path[0] === 'control'
    return [fieldOfPath(path.map(String)), isAbsent && !isControl ? MISSING : message] as const
  })
  return firstOfEach(issues)
}

/** What the engine refused of one content that stands at `prefix` in the input; a field that the form lacks is `''`. */
export function refusedFields(issues: readonly InputIssue[], prefix: string): FieldProblems {
  return firstOfEach(
    issues
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, message }) => [
        fieldOfPath(path.slice(prefix.length).split('.').filter(Boolean)),
        message,
      ]),
  )
}

function firstOfEach(issues: readonly (readonly [string, string])[]): FieldProblems {
  return Object.fromEntries([...issues].reverse())
}

/** The printed range has a field for each limit; a list has one field for all its items. */
function fieldOfPath([first = '', second]: readonly string[]): string {
  if (first === 'range') return second ?? 'high'
  return first.replace(/\[\d+\]$/, '')
}

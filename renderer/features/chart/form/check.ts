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
  return { problems: firstOfEach(issues.map(({ path, message }) => [fieldOfPath(path.split('.')), message])) }
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
    const isNested = path.length > 1 && WITHIN.has(String(path[0]))
    const isAbsent = (path.length === 1 || isNested) && [undefined, ''].includes(valueAt(raw, path) as string)
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

/** Attributes whose parts have a field each, under these names; the other parts have the name of the attribute. */
const PARTS: Readonly<Record<string, string>> = {
  'aware.by': 'awareBy',
  'meddra.term': 'meddraTerm',
  'expectedness.reference': 'expectednessReference',
}

/** Attributes with parts that a form asks for: an absent part is a field left empty. */
const WITHIN = new Set(['aware', 'meddra', 'expectedness', 'grades', 'followUps', 'sent'])

/** The printed range has a field for each limit; a list has one field for all its items. */
function fieldOfPath([first = '', second]: readonly string[]): string {
  if (first === 'range') return second ?? 'high'
  return PARTS[`${first}.${second}`] ?? first.replace(/\[\d+\]$/, '')
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw)
}

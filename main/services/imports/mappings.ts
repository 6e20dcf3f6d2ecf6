import canonicalize from 'canonicalize'
import type { z } from 'zod'
import { checkLaboratoryUnit, checkUnit } from '#main/interchange/ucum.ts'
import type { MutationContext } from '#main/services/context.ts'
import { defined } from '#main/services/defined.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { nextVersion } from '#main/services/next-version.ts'
import { findLaboratory } from '#main/store/laboratory-repository.ts'
import { findMapping, insertMappingVersion, type MappingRecord } from '#main/store/mapping-repository.ts'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import type { imports, KeptMapping } from '#shared/api/imports.ts'
import type { Mapping } from '#shared/core/imports/mapping.ts'

type Save = z.output<typeof imports.saveMapping.input>

/** Keeps a laboratory's mapping as its next version. Throws `stale_version`; a change without a reason is refused. */
export async function saveMapping(input: Save): Promise<Commit<KeptMapping>> {
  await refuseWrongMapping(input.mapping, 'mapping')
  return context => keep(input, context)
}

function keep({ laboratory, mapping, expectedVersion, reason }: Save, context: MutationContext): KeptMapping {
  const { db, audit } = context
  if (findLaboratory(db, laboratory) === undefined) throw notFound('laboratory', laboratory)
  const before = findMapping(db, laboratory, mapping.about)
  const next = nextVersion(before, { entity: 'mapping', expectedVersion, reason }, context)
  if (before !== undefined && canonicalize(before.mapping) === canonicalize(mapping))
    throw invalid('', 'says what is there already')
  const record = { laboratory, mapping, ...next }
  insertMappingVersion(db, record)
  audit({
    action: 'mapping.save',
    subject: { kind: 'laboratory', id: laboratory },
    field: `mappings.${mapping.about}`,
    ...defined({ oldValue: before?.mapping, reason }),
    newValue: mapping,
  })
  return shownMapping(record)
}

/** A kept mapping as screens have it. */
export function shownMapping({ authorId, mapping, ...record }: MappingRecord): KeptMapping {
  return { ...record, about: mapping.about, mapping, author: authorId }
}

/** Throws `invalid_input` for units and a time zone that no file could be read with. */
export async function refuseWrongMapping(mapping: Mapping, path: string): Promise<void> {
  const found = await Promise.all([...columnIssues(mapping), ...testIssues(mapping), ...unitIssues(mapping)])
  const issues = [...found, zoneIssue(mapping)]
    .filter(issue => issue !== undefined)
    .map(issue => ({ ...issue, path: `${path}.${issue.path}` }))
  if (issues.length > 0) throw new AppError({ code: 'invalid_input', issues })
}

type Found = Promise<InputIssue | undefined>

function columnIssues({ columns }: Mapping): Found[] {
  return columns.map(async ({ role }, index) => {
    if (role.as !== 'analyte') return undefined
    return issueAt(`columns[${index}].role.unit`, await checkLaboratoryUnit(role.loinc, role.unit))
  })
}

function testIssues({ tests }: Mapping): Found[] {
  return tests.map(async ({ printed, loinc, unit }, index) => {
    if (tests.findIndex(test => test.printed === printed) < index)
      return issueAt(`tests[${index}].printed`, `${printed} is there twice`)
    if (loinc === null || unit === undefined) return undefined
    return issueAt(`tests[${index}].unit`, await checkLaboratoryUnit(loinc, unit))
  })
}

function unitIssues({ units }: Mapping): Found[] {
  return units.map(async ({ printed, ucum }, index) => {
    if (units.findIndex(unit => unit.printed === printed) < index)
      return issueAt(`units[${index}].printed`, `${printed} is there twice`)
    return issueAt(`units[${index}].ucum`, await checkUnit(ucum))
  })
}

function zoneIssue({ dates: { timeZone } }: Mapping): InputIssue | undefined {
  if (timeZone === undefined || isTimeZone(timeZone)) return undefined
  return { path: 'dates.timeZone', message: 'an IANA time zone such as Asia/Shanghai' }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function issueAt(path: string, message: string | undefined): InputIssue | undefined {
  return message === undefined ? undefined : { path, message }
}

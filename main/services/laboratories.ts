import { checkLaboratoryUnit } from '#main/interchange/ucum.ts'
import {
  findLaboratory,
  insertLaboratoryVersion,
  type LaboratoryRecord,
  listLaboratories,
} from '#main/store/laboratory-repository.ts'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import type { LaboratoryTest, laboratories } from '#shared/api/laboratories.ts'
import { defined } from './defined.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'
import { changedFields } from './trail.ts'

const FIELDS = ['name', 'tests', 'usualControl'] as const

export const laboratoryHandlers: AreaHandlers<typeof laboratories> = {
  list: (_input, { db }) => listLaboratories(db).map(shown),

  add: {
    async prepare(input) {
      await refuseWrongTests(input.tests)
      const fields = defined(input)
      return context => {
        const { db, audit, newId } = context
        const first = { entity: 'laboratory', expectedVersion: 0, reason: undefined }
        const laboratory = { id: newId(), ...fields, ...nextVersion(undefined, first, context) }
        insertLaboratoryVersion(db, laboratory)
        audit({ action: 'laboratory.add', subject: subjectOf(laboratory.id), newValue: fields })
        return shown(laboratory)
      }
    },
  },

  change: {
    async prepare({ id, expectedVersion, reason, ...input }) {
      await refuseWrongTests(input.tests)
      return context => {
        const { db, audit } = context
        const before = findLaboratory(db, id)
        if (before === undefined) throw notFound('laboratory', id)
        const entry = nextVersion(before, { entity: 'laboratory', expectedVersion, reason }, context)
        const after: LaboratoryRecord = { id, ...defined(input), ...entry }
        const changes = changedFields(before, after, FIELDS)
        if (changes.length === 0) throw invalid('', 'says what is there already')
        insertLaboratoryVersion(db, after)
        for (const values of changes)
          audit({ action: 'laboratory.change', subject: subjectOf(id), ...values, reason })
        return shown(after)
      }
    },
  },
}

async function refuseWrongTests(tests: readonly LaboratoryTest[]): Promise<void> {
  const found = await Promise.all(tests.map((test, index) => issueOf(test, index, tests)))
  const issues = found.flat()
  if (issues.length > 0) throw new AppError({ code: 'invalid_input', issues })
}

/** A test that is listed twice would have two ranges, and no report says which. */
async function issueOf(
  { loinc, unit }: LaboratoryTest,
  index: number,
  tests: readonly LaboratoryTest[],
): Promise<InputIssue[]> {
  const path = `tests[${index}]`
  if (tests.findIndex(test => test.loinc === loinc && test.unit === unit) < index)
    return [
      { path: `${path}.loinc`, message: `${loinc} in ${unit} is listed already; remove one of the two` },
    ]
  const message = await checkLaboratoryUnit(loinc, unit)
  return message === undefined ? [] : [{ path: `${path}.unit`, message }]
}

function shown({ authorId, ...laboratory }: LaboratoryRecord) {
  return { ...laboratory, author: authorId }
}

function subjectOf(id: string) {
  return { kind: 'laboratory', id }
}

import { UNSCHEDULED } from '../facts/trial.ts'
import type { ProtocolDefinition } from '../protocol/definition.ts'
import type { SiteSchedule } from './site-schedule.ts'

interface Problem {
  readonly path: string
  readonly message: string
}

/** Where a site's schedule does not fit the protocol that it is for; each with its place and the fix. */
export function scheduleProblems(
  schedule: SiteSchedule,
  { visits, assessments }: Pick<ProtocolDefinition, 'visits' | 'assessments'>,
): Problem[] {
  const known = new Set(visits.map(({ id }) => id))
  const items = new Set([...assessments, ...schedule.assessments].map(({ id }) => id))
  return [
    ...schedule.windows.flatMap(({ visit }, index) =>
      known.has(visit)
        ? []
        : [{ path: `windows[${index}].visit`, message: `the record has no visit ${visit}` }],
    ),
    ...schedule.extraVisits.flatMap(({ id, assessments: wanted }, index): Problem[] => {
      const path = `extraVisits[${index}]`
      const unknown = wanted.filter(item => !items.has(item))
      return [
        ...(known.has(id) || id === UNSCHEDULED
          ? [{ path: `${path}.id`, message: `${id} is taken; choose another name` }]
          : []),
        ...unknown.map(item => ({
          path: `${path}.assessments`,
          message: `${item} is no assessment of the protocol or of this schedule; add it or leave it out`,
        })),
      ]
    }),
    ...schedule.assessments.flatMap(({ id }, index) =>
      assessments.some(own => own.id === id)
        ? [{ path: `assessments[${index}].id`, message: `${id} is one of the record; choose another name` }]
        : [],
    ),
  ]
}

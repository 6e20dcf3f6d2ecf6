import { type Bundle, DiagnosticReport, type Reference } from './schemas.ts'

/** A resource as it stands in a file. */
export type AnyResource = Readonly<Record<string, unknown>> & { readonly resourceType: string }

/** Where references of a Bundle lead; `ambiguous` where two resources go by one name. */
export interface BundleIndex {
  resolve(
    reference: Reference | undefined,
    contained: readonly AnyResource[],
  ): AnyResource | 'ambiguous' | undefined
  /** The report that an observation is a result of, by the names that the observation goes by. */
  reportOf(names: readonly string[]): DiagnosticReport | undefined
}

/** The names by which an entry is referred to (FHIR R4, 2.36.4.1). */
export function namesOf({ fullUrl, resource }: NonNullable<Bundle['entry']>[number]): string[] {
  const { resourceType, id } = resource ?? {}
  return [...(fullUrl === undefined ? [] : [fullUrl]), ...(id === undefined ? [] : [`${resourceType}/${id}`])]
}

/** Looks through a Bundle once. */
export function indexBundle({ entry = [] }: Bundle): BundleIndex {
  const byName = new Map<string, AnyResource | 'ambiguous'>()
  const reports = new Map<string, DiagnosticReport>()
  for (const one of entry) {
    if (one.resource === undefined) continue
    for (const name of namesOf(one)) {
      const other = byName.get(name)
      byName.set(name, other === undefined || other === one.resource ? one.resource : 'ambiguous')
    }
    const report =
      one.resource.resourceType === 'DiagnosticReport' ? DiagnosticReport.safeParse(one.resource) : undefined
    for (const { reference } of report?.data?.result ?? []) {
      if (report?.data !== undefined && reference !== undefined)
        reports.set(unversioned(reference), report.data)
    }
  }
  return {
    resolve(reference, contained) {
      const name = reference?.reference
      if (name === undefined) return undefined
      if (name.startsWith('#')) return contained.find(({ id }) => id === name.slice(1))
      return byName.get(unversioned(name))
    },
    reportOf: names => names.map(name => reports.get(name)).find(report => report !== undefined),
  }
}

function unversioned(reference: string): string {
  return reference.replace(/\/_history\/[^/]*$/, '')
}

import type { SiteData } from '../site-data.ts'
import { concept, referenceTo, uuidOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { Resource } from './r4/resources.ts'
import { REGISTRY, ROLE, SITE, USER } from './systems.ts'

/** The site, its people and the trials: what the resources of patients refer to. */
export function siteResources({ site, people, protocols, pseudonymised }: SiteData): Resource[] {
  const organisation = uuidOf('site', site.number)
  return [
    {
      resourceType: 'Organization',
      id: organisation,
      identifier: [{ system: SITE, value: site.number }],
      name: site.name,
    },
    ...people.flatMap(({ id, fullName, role }): Resource[] => [
      {
        resourceType: 'Practitioner',
        id: uuidOf('user', id),
        identifier: [{ system: USER, value: id }],
        ...(!pseudonymised && { name: [{ text: fullName }] }),
      },
      {
        resourceType: 'PractitionerRole',
        id: uuidOf('role', id),
        practitioner: practitioner(id),
        organization: referenceTo(organisation),
        code: [concept(ROLE, role)],
      },
    ]),
    ...protocols.map(
      ({ id, title }): Resource => ({
        resourceType: 'ResearchStudy',
        id: uuidOf('protocol', id),
        identifier: [{ system: REGISTRY, value: id }],
        title: title.en,
        status: 'active',
      }),
    ),
  ]
}

export function practitioner(id: string): Reference {
  return referenceTo(uuidOf('user', id))
}

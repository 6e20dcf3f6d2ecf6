import { Title } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { InspectedCopies } from './inspected-copies.tsx'
import { InspectedDeviations } from './inspected-deviations.tsx'
import { InspectedDocuments } from './inspected-documents.tsx'
import { InspectedEvents } from './inspected-events.tsx'
import { InspectedExports } from './inspected-exports.tsx'
import { InspectedImports } from './inspected-imports.tsx'
import { InspectedPeople } from './inspected-people.tsx'
import { InspectedTrail } from './inspected-trail.tsx'
import classes from './inspection.module.css'
import type { InspectionPart } from './inspection-search.ts'
import { Overview } from './overview.tsx'
import type { PartProps } from './part-props.ts'

const parts: Readonly<Record<InspectionPart, ComponentType<PartProps>>> = {
  overview: Overview,
  documents: InspectedDocuments,
  deviations: InspectedDeviations,
  events: InspectedEvents,
  copies: InspectedCopies,
  imports: InspectedImports,
  exports: InspectedExports,
  people: InspectedPeople,
  trail: InspectedTrail,
}

/** The part of the record that is looked at. */
export function Part() {
  const { t } = useTranslation('inspection')
  const { part = 'overview', patientId } = useSearch({ from: '/inspection' })
  const Shown = parts[part]
  return (
    <section className={classes['shown']} aria-labelledby="inspected-part">
      <Title order={2} mb="sm" id="inspected-part">
        {t(`part.${part}`)}
      </Title>
      <Shown key={patientId ?? 'site'} patientId={patientId} />
    </section>
  )
}

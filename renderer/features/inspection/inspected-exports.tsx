import { useRead } from '../../api/hooks.ts'
import { CopiesTaken } from '../exports/copies-taken.tsx'
import { ExportTable } from '../exports/export-table.tsx'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'

/** What left the site: of one candidate also what left with everybody's. */
export function InspectedExports({ patientId }: PartProps) {
  const query = useRead('exports', 'list', {})
  return (
    <Loaded query={query}>
      {exports => {
        const shown = exports.filter(
          ({ request: { patients } }) =>
            patientId === undefined || patients === null || patients.includes(patientId),
        )
        return (
          <>
            {shown.length === 0 ? <NothingThere /> : <ExportTable exports={shown} />}
            <CopiesTaken />
          </>
        )
      }}
    </Loaded>
  )
}

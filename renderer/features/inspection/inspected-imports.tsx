import type { ImportSummary } from '#shared/api/imports.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { ImportTable } from '../imports/import-table.tsx'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'

/** Imports with their originals: of the site all, of a candidate those that the chart has something from. */
export function InspectedImports({ patientId }: PartProps) {
  const query = useRead('imports', 'list', {})
  return (
    <Loaded query={query}>
      {imports =>
        patientId === undefined ? (
          <Imports imports={imports} />
        ) : (
          <OfOne imports={imports} patientId={patientId} />
        )
      }
    </Loaded>
  )
}

interface ImportsProps {
  readonly imports: readonly ImportSummary[]
}

function OfOne({ imports, patientId }: ImportsProps & { readonly patientId: PatientId }) {
  const query = useRead('facts', 'list', { patientId })
  return (
    <Loaded query={query}>
      {facts => {
        const hashes = new Set(facts.flatMap(({ source }) => (source.kind === 'file' ? [source.sha256] : [])))
        return (
          <Imports imports={imports.filter(({ files }) => files.some(({ sha256 }) => hashes.has(sha256)))} />
        )
      }}
    </Loaded>
  )
}

function Imports({ imports }: ImportsProps) {
  if (imports.length === 0) return <NothingThere />
  return (
    <ImportTable imports={imports.toSorted((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt))} />
  )
}

import { useTranslation } from 'react-i18next'
import type { Reading } from '#shared/core/protocol/reading.ts'
import { useCoreText } from '../../../components/core-text.ts'
import type { ReadingsVersion } from '../protocol-details.ts'
import { VersionHistory } from '../version-history.tsx'

interface ReadingsHistoryProps {
  readonly versions: readonly ReadingsVersion[]
  readonly readings: readonly Reading[]
}

/** Every version of the choices, and what became different with it. */
export function ReadingsHistory({ versions, readings }: ReadingsHistoryProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const changesOf = useChanges(readings)
  const before = ({ version }: ReadingsVersion) => versions.find(one => one.version === version - 1)
  const changesIn = (version: ReadingsVersion) =>
    changesOf(before(version), version).map(({ reading, from, to }) => (
      <div key={reading.id}>
        {textOf(reading.question)} {from} → {to}
      </div>
    ))
  return <VersionHistory versions={versions} columns={[{ head: t('history.changes'), cell: changesIn }]} />
}

function useChanges(readings: readonly Reading[]) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const labelOf = (reading: Reading, choice: string | undefined) => {
    const label = reading.alternatives.find(({ id }) => id === choice)?.label
    return label ? textOf(label) : t('readings.notChosen')
  }
  return (before: ReadingsVersion | undefined, after: ReadingsVersion) =>
    readings
      .filter(({ id }) => before?.readings[id] !== after.readings[id])
      .map(reading => ({
        reading,
        from: labelOf(reading, before?.readings[reading.id]),
        to: labelOf(reading, after.readings[reading.id]),
      }))
}

import { Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChosenReadings, type Reading, readingsUsed } from '#shared/core/protocol/reading.ts'
import { useRead } from '../../../api/hooks.ts'
import { useRight } from '../../../session/session.tsx'
import { choicesIn, type ProtocolDetails, type ReadingsVersion, readingsIn } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { ReadingCard } from './reading-card.tsx'
import { ReadingsHistory } from './readings-history.tsx'
import { SaveReadings } from './save-readings.tsx'

interface ReadingsTabProps {
  readonly details: ProtocolDetails
  /** The reading that a link leads to. */
  readonly linked: string | undefined
}

/** What the source leaves open and how the site reads it; what nobody chose stands first. */
export function ReadingsTab({ details, linked }: ReadingsTabProps) {
  const { t } = useTranslation('protocols')
  const mayChoose = useRight('protocols.configure')
  const { data: history } = useRead('protocols', 'history', { id: details.definition.id })
  const [edits, setEdits] = useState<ChosenReadings>({})
  const saved = choicesIn(details)
  const readings = readingsIn(details)
  useScrollTo(linked)
  const groups = [
    { name: 'open', list: readings.filter(({ id }) => saved[id] === undefined) },
    { name: 'chosen', list: readings.filter(({ id }) => saved[id] !== undefined) },
  ] as const
  const card = (reading: Reading) => (
    <ReadingCard
      key={reading.id}
      reading={reading}
      saved={saved[reading.id]}
      choice={edits[reading.id] ?? saved[reading.id]}
      since={sinceOf(reading.id, saved[reading.id], history?.readings ?? [])}
      criteria={labelsUsing(reading.id, details)}
      isLinked={reading.id === linked}
      onChoose={mayChoose ? alternative => setEdits({ ...edits, [reading.id]: alternative }) : undefined}
    />
  )
  return (
    <div className={classes['parts']}>
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ name, list }) => (
          <section key={name}>
            <Title order={2} size="h3" mb={6}>
              {t(`readings.${name}`, { number: list.length })}
            </Title>
            <div className={classes['readings']}>{list.map(card)}</div>
          </section>
        ))}
      <SaveReadings details={details} edits={edits} onSaved={() => setEdits({})} />
      <ReadingsHistory versions={history?.readings ?? []} readings={readings} />
    </div>
  )
}

function useScrollTo(linked: string | undefined): void {
  useEffect(() => {
    if (linked === undefined) return
    const card = document.getElementById(`reading-${linked}`)
    card?.scrollIntoView({ block: 'center' })
    card?.focus({ preventScroll: true })
  }, [linked])
}

function labelsUsing(reading: string, { definition, criteria }: ProtocolDetails): string[] {
  return [...definition.criteria, ...(criteria?.criteria.criteria ?? [])]
    .filter(({ condition }) => readingsUsed(condition).some(use => use.reading === reading))
    .map(({ label }) => label)
}

/** The version with which the present choice came. */
function sinceOf(
  reading: string,
  choice: string | undefined,
  versions: readonly ReadingsVersion[],
): ReadingsVersion | undefined {
  if (choice === undefined) return undefined
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  const change = newestFirst.findIndex(version => version.readings[reading] !== choice)
  return change === -1 ? newestFirst.at(-1) : newestFirst[change - 1]
}

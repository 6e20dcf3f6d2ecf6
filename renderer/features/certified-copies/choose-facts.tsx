import { Checkbox, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { factLine, useSpeech, whenText } from '../chart/fact-words.ts'
import { matchesFilter } from '../chart/group-facts.ts'
import classes from './copies.module.css'

/** Lines at once; more are found by another letter. */
const SHOWN = 80

interface ChooseFactsProps {
  readonly patientId: PatientId
  readonly chosen: readonly FactId[]
  readonly onChange: (chosen: readonly FactId[]) => void
  /** Entries that have the copy already. */
  readonly without?: ReadonlySet<FactId>
}

/** The entries of a chart that a report is the source of. */
export function ChooseFacts({ patientId, chosen, onChange, without }: ChooseFactsProps) {
  const { t } = useTranslation('copies')
  const speech = useSpeech()
  const heading = useId()
  const { data: facts } = useRead('facts', 'list', { patientId })
  const [filter, setFilter] = useState('')
  const [isOnlyChosen, setOnlyChosen] = useState(chosen.length > 0)
  const wanted = useDeferredValue(filter)
  const all = facts?.filter(({ id }) => without?.has(id) !== true) ?? []
  const found = all
    .filter(fact =>
      isOnlyChosen && wanted === '' ? chosen.includes(fact.id) : matchesFilter(fact, wanted, speech),
    )
    .toSorted(latestFirst)
    .slice(0, SHOWN)
  const toggle = (id: FactId) =>
    onChange(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  return (
    <section aria-labelledby={heading}>
      <Text size="sm" fw={500} id={heading}>
        {t('fields.facts')}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {t(facts?.length === 0 ? 'fields.factsNone' : 'fields.factsHint')}
      </Text>
      {all.length > 0 && (
        <>
          <TextInput
            size="xs"
            aria-label={t('fields.factsSearch')}
            placeholder={t('fields.factsSearch')}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            value={filter}
            onChange={event => setFilter(event.currentTarget.value)}
          />
          <ul className={classes['facts']}>
            {found.map(fact => (
              <li key={fact.id}>
                <FactBox fact={fact} isChosen={chosen.includes(fact.id)} onToggle={() => toggle(fact.id)} />
              </li>
            ))}
          </ul>
          <Group justify="space-between" mt={4}>
            <Text size="sm" role="status">
              {t('fields.factsChosen', { count: chosen.length })}
            </Text>
            <Checkbox
              size="xs"
              label={t('fields.factsOnly')}
              checked={isOnlyChosen}
              onChange={event => setOnlyChosen(event.currentTarget.checked)}
            />
          </Group>
        </>
      )}
    </section>
  )
}

interface FactBoxProps {
  readonly fact: Fact
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function FactBox({ fact: { content }, isChosen, onToggle }: FactBoxProps) {
  const speech = useSpeech()
  const { title, details } = factLine(content, speech)
  const said = [title, ...details].join(speech.language === 'en' ? ', ' : '，')
  return (
    <Checkbox
      size="xs"
      checked={isChosen}
      onChange={onToggle}
      label={`${whenText(content, speech)} · ${said}`}
    />
  )
}

/** By when it happened as far as that is known; what has no time of its own comes last. */
function latestFirst({ content: a }: Fact, { content: b }: Fact): number {
  return timeOf(b).localeCompare(timeOf(a))
}

function timeOf(content: Fact['content']): string {
  const { on, from } = content as { on?: string; from?: string }
  return on ?? from ?? ''
}

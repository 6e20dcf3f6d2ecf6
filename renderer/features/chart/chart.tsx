import { Button, CloseButton, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight } from '../../session/session.tsx'
import { usePanel } from '../candidates/use-panel.ts'
import { CopiesOfPatient } from '../certified-copies/copies-of-patient.tsx'
import classes from './chart.module.css'
import { FACT_GROUPS, type FactGroup } from './fact-groups.ts'
import { FactTable } from './fact-table.tsx'
import { useSpeech } from './fact-words.ts'
import { groupFacts, matchesFilter } from './group-facts.ts'
import { LaboratoryMatrix } from './laboratory-matrix.tsx'
import { LinkButton } from './link-button.tsx'
import { isResult } from './matrix.ts'
import { usePeople } from './use-people.ts'

/** Everything that is charted about a candidate now, in clinical order. */
export function Chart() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const { data: facts, error, refetch } = useRead('facts', 'list', { patientId })
  const [filter, setFilter] = useState('')
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (facts === undefined) return <Skeleton height={420} radius="sm" />
  return (
    <div className={classes['chart']}>
      {facts.length === 0 ? (
        <NothingYet patientId={patientId} />
      ) : (
        <>
          <Tools filter={filter} onFilter={setFilter} />
          <Facts facts={facts} filter={filter} />
        </>
      )}
      <CopiesOfPatient patientId={patientId} />
    </div>
  )
}

interface ToolsProps {
  readonly filter: string
  readonly onFilter: (filter: string) => void
}

function Tools({ filter, onFilter }: ToolsProps) {
  const { t } = useTranslation('chart')
  return (
    <div className={classes['tools']}>
      <TextInput
        className={classes['filter'] ?? ''}
        aria-label={t('filter')}
        placeholder={t('filter')}
        value={filter}
        onChange={({ currentTarget }) => onFilter(currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={
          filter && <CloseButton size="sm" aria-label={t('noFilter')} onClick={() => onFilter('')} />
        }
      />
    </div>
  )
}

function NothingYet({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('chart')
  const mayWrite = useRight('facts.write')
  const { open } = usePanel()
  return (
    <Stack gap={8} className={classes['empty'] ?? ''}>
      <Title order={2}>{t('empty.title')}</Title>
      <Text c="dimmed">{mayWrite ? t('empty.next') : t('empty.readOnly')}</Text>
      {mayWrite && (
        <Group gap="sm" mt="xs">
          <LinkButton to="/candidates/$patientId/report" params={{ patientId }}>
            {t('enterReport')}
          </LinkButton>
          <Button variant="default" onClick={() => open({ open: 'choose' })}>
            {t('enterFact')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Facts({ facts, filter }: { readonly facts: readonly Fact[]; readonly filter: string }) {
  const speech = useSpeech()
  const personOf = usePeople()
  const wanted = useDeferredValue(filter)
  const { panel, open } = usePanel()
  const groups = useMemo(
    () => groupFacts(facts.filter(fact => matchesFilter(fact, wanted, speech))),
    [facts, wanted, speech],
  )
  const onOpen = useCallback((factId: FactId) => open({ open: 'fact', factId }), [open])
  const opened = panel?.open === 'fact' ? panel.factId : undefined
  if (groups.size === 0) return <Text c="dimmed">{speech.t('filterFindsNothing', { filter: wanted })}</Text>
  return FACT_GROUPS.map(group => {
    const members = groups.get(group)
    return members && <FactSection key={group} {...{ group, opened, onOpen, personOf }} facts={members} />
  })
}

interface FactSectionProps {
  readonly group: FactGroup
  readonly facts: readonly Fact[]
  readonly opened: FactId | undefined
  readonly onOpen: (factId: FactId) => void
  readonly personOf: (author: string) => string
}

function FactSection({ group, facts, ...rest }: FactSectionProps) {
  const { t } = useTranslation('chart')
  const heading = `facts-${group}`
  const results = useMemo(() => facts.filter(isResult), [facts])
  return (
    <section className={classes['group']}>
      <div className={classes['title']}>
        <Title order={2} size="h3" id={heading}>
          {t(`group.${group}`)}
        </Title>
        <span className={classes['number']}>{facts.length}</span>
      </div>
      {group === 'laboratory' ? (
        <LaboratoryMatrix results={results} opened={rest.opened} onOpen={rest.onOpen} />
      ) : (
        <div className={classes['lines']}>
          <FactTable labelledBy={heading} facts={facts} {...rest} />
        </div>
      )}
    </section>
  )
}

import { Button, Select, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ProtocolSwitch } from './protocol-switch.tsx'
import {
  ClockWanted,
  Emergence,
  GradeWanted,
  RelationWanted,
  SafetySearch,
  SeriousWanted,
} from './safety-search.ts'
import classes from './site.module.css'
import { useCohorts } from './use-cohorts.ts'

interface EventFiltersProps {
  readonly events: readonly ListedEvent[]
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** What the list can be narrowed to. */
export function EventFilters({ events, typed, onType }: EventFiltersProps) {
  const { t } = useTranslation('safetySite')
  const search = useSearch({ from: '/safety' })
  const navigate = useNavigate()
  const options = useOptions(events)
  const change = (name: keyof SafetySearch, value: string | null) =>
    void navigate({
      to: '/safety',
      search: SafetySearch.parse({ ...search, [name]: value ?? undefined }),
      replace: true,
    })
  const isFiltered = options.some(([name]) => search[name] !== undefined) || typed !== ''
  const clear = () => {
    onType('')
    void navigate({
      to: '/safety',
      search: { protocol: search.protocol, order: search.order },
      replace: true,
    })
  }
  return (
    <>
      <ProtocolSwitch />
      <fieldset className={classes['filters']} aria-label={t('filter.label')}>
        <TextInput
          size="xs"
          className={classes['filter'] ?? ''}
          label={t('filter.search')}
          value={typed}
          onChange={({ currentTarget }) => onType(currentTarget.value)}
        />
        {options.map(([name, data]) => (
          <Select
            key={name}
            size="xs"
            className={classes['filter'] ?? ''}
            label={t(`filter.${name}`)}
            placeholder={t('filter.all')}
            data={data}
            value={search[name] ?? null}
            onChange={value => change(name, value)}
            comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
            clearable
          />
        ))}
        {isFiltered && (
          <Button size="xs" variant="subtle" onClick={clear}>
            {t('filter.clear')}
          </Button>
        )}
      </fieldset>
    </>
  )
}

type Option = { readonly value: string; readonly label: string }
type Filter = 'cohort' | 'serious' | 'grade' | 'relation' | 'organClass' | 'emergence' | 'questions' | 'clock'

/** The choices of each filter: cohorts and organ classes only where there are any. */
function useOptions(events: readonly ListedEvent[]): readonly (readonly [Filter, Option[]])[] {
  const { t } = useTranslation('safetySite')
  const language = useLanguage()
  const textOf = useCoreText()
  const { protocol } = useSearch({ from: '/safety' })
  const cohorts = useCohorts(protocol)
  const of = (values: readonly string[], word: (value: string) => string): Option[] =>
    values.map(value => ({ value, label: word(value) }))
  const classesHere = [...new Set(events.flatMap(({ organClass }) => organClass ?? []))]
  const choices: readonly (readonly [Filter, Option[]])[] = [
    // The names of cohorts are told apart by their protocol alone.
    ['cohort', protocol ? cohorts.map(({ id, title }) => ({ value: id, label: title })) : []],
    ['serious', of(SeriousWanted.options, value => t(`serious.${value as 'yes'}`))],
    ['grade', of(GradeWanted.options, value => t(`grade.${value as '1'}`))],
    [
      'relation',
      of(RelationWanted.options, value =>
        value === 'unassessed' ? t('relation.unassessed') : textOf(valueName(value)),
      ),
    ],
    ['organClass', of(classesHere, value => organClasses[value as keyof typeof organClasses][language])],
    ['emergence', of(Emergence.options, value => t(`emergence.${value as 'unknown'}`))],
    ['clock', of(ClockWanted.options, value => t(`clockWanted.${value as 'late'}`))],
    ['questions', of(['open'], () => t('questions.open'))],
  ]
  return choices.filter(([, options]) => options.length > 0)
}

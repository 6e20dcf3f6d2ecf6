import { NativeSelect, SegmentedControl, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProtocolId } from '#shared/core/ids.ts'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Shortcut } from '../../shell/shortcut.tsx'
import { SOON_DAYS } from './lines.ts'
import classes from './log.module.css'
import { type LogSearch, LogSort, Standing } from './log-search.ts'

interface LogFiltersProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onEnter: () => void
  readonly counts: Readonly<Record<Standing, number>>
  readonly all: number
  readonly protocols: readonly ProtocolId[]
  readonly change: (to: Partial<LogSearch>) => void
}

/** What narrows the list: words, one protocol, and how the candidates stand. */
export function LogFilters({ typed, onType, onEnter, protocols, change, ...standings }: LogFiltersProps) {
  const { t } = useTranslation('candidates')
  const { protocol, sort = 'number' } = useSearch({ from: '/' })
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  return (
    <div className={classes['filters']}>
      <TextInput
        ref={field}
        className={classes['search'] ?? ''}
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onType('')
          if (event.key === 'Enter') onEnter()
        }}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={typed === '' ? <Shortcut keys="/" /> : null}
        autoComplete="off"
        spellCheck={false}
      />
      <SegmentedControl
        aria-label={t('protocol.label')}
        value={protocol ?? ''}
        onChange={value => change({ protocol: value === '' ? undefined : ProtocolId.parse(value) })}
        data={[
          { value: '', label: t('protocol.either') },
          ...withChosen(protocols, protocol).map(value => ({ value, label: value })),
        ]}
      />
      <NativeSelect
        aria-label={t('sort.label')}
        value={sort}
        onChange={({ currentTarget }) => change({ sort: LogSort.parse(currentTarget.value) })}
        data={LogSort.options.map(value => ({ value, label: t(`sort.${value}`) }))}
      />
      <Standings {...standings} change={change} />
    </div>
  )
}

/** The chosen protocol has its place also while the engine has not said yet which there are. */
function withChosen(protocols: readonly ProtocolId[], chosen: ProtocolId | undefined): readonly ProtocolId[] {
  return chosen === undefined || protocols.includes(chosen) ? protocols : [...protocols, chosen]
}

function Standings({ counts, all, change }: Pick<LogFiltersProps, 'counts' | 'all' | 'change'>) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  const { standing } = useSearch({ from: '/' })
  const chip = (one: Standing | undefined, word: string, hint: string, count: number) => (
    <Tooltip key={word} label={hint}>
      <UnstyledButton
        className={classes['chip'] ?? ''}
        aria-pressed={standing === one}
        onClick={() => change({ standing: one })}
      >
        {word} <span className={classes['count']}>{countText(count, language)}</span>
      </UnstyledButton>
    </Tooltip>
  )
  return (
    <fieldset className={classes['chips']}>
      <legend className={classes['chipsLabel']}>{t('standing.label')}</legend>
      {chip(undefined, t('standing.all'), t('standing.allHint'), all)}
      {Standing.options.map(one =>
        chip(
          one,
          t(`standing.${one}`, { days: SOON_DAYS }),
          t(`standingHint.${one}`, { days: SOON_DAYS }),
          counts[one],
        ),
      )}
    </fieldset>
  )
}

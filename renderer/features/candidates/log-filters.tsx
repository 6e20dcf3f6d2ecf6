import { NativeSelect, SegmentedControl, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { memo, useRef } from 'react'
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
  /** Enter opens the only one found. */
  readonly onEnter: () => void
  /** The arrow down goes to the first one found. */
  readonly onDown: () => void
  readonly counts: Readonly<Record<Standing, number>>
  readonly all: number
  /** Candidates with a decision to sign again. */
  readonly toSign: number
  readonly protocols: readonly ProtocolId[]
  readonly change: (to: Partial<LogSearch>) => void
}

/** What narrows the list: words, one protocol, and how the candidates stand. */
export function LogFilters({ protocols, counts, all, toSign, change, ...search }: LogFiltersProps) {
  return (
    <div className={classes['filters']}>
      <SearchField {...search} />
      <Choices protocols={protocols} change={change} />
      <Standings counts={counts} all={all} toSign={toSign} change={change} />
    </div>
  )
}

type SearchFieldProps = Pick<LogFiltersProps, 'typed' | 'onType' | 'onEnter' | 'onDown'>

function SearchField({ typed, onType, onEnter, onDown }: SearchFieldProps) {
  const { t } = useTranslation('candidates')
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  return (
    <TextInput
      ref={field}
      className={classes['search'] ?? ''}
      value={typed}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={event => {
        // Enter and the arrows are the input method's own while it offers its words.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onType('')
        if (event.key === 'Enter') onEnter()
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          onDown()
        }
      }}
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={typed === '' ? <Shortcut keys="/" /> : null}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

/** Apart from the search, so that a letter typed does not draw it again. */
const Choices = memo(function Choices({ protocols, change }: Pick<LogFiltersProps, 'protocols' | 'change'>) {
  const { t } = useTranslation('candidates')
  const { protocol, sort = 'number' } = useSearch({ from: '/' })
  return (
    <>
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
    </>
  )
})

/** The chosen protocol has its place also while the engine has not said yet which there are. */
function withChosen(protocols: readonly ProtocolId[], chosen: ProtocolId | undefined): readonly ProtocolId[] {
  return chosen === undefined || protocols.includes(chosen) ? protocols : [...protocols, chosen]
}

const Standings = memo(function Standings({
  counts,
  all,
  toSign,
  change,
}: Pick<LogFiltersProps, 'counts' | 'all' | 'toSign' | 'change'>) {
  const { t } = useTranslation('candidates')
  const { standing } = useSearch({ from: '/' })
  return (
    <fieldset className={classes['chips']}>
      <legend className={classes['chipsLabel']}>{t('standing.label')}</legend>
      <Chip
        standing={undefined}
        word={t('standing.all')}
        hint={t('standing.allHint')}
        count={all}
        isChosen={standing === undefined}
        change={change}
      />
      {Standing.options.map(one => (
        <Chip
          key={one}
          standing={one}
          word={t(`standing.${one}`, { days: SOON_DAYS })}
          hint={t(`standingHint.${one}`, { days: SOON_DAYS })}
          count={counts[one]}
          isChosen={standing === one}
          change={change}
        />
      ))}
      <ToSign count={toSign} change={change} />
    </fieldset>
  )
})

/** Beside how candidates stand: whose signed decision does not stand any more. Not there while there is none. */
function ToSign({ count, change }: { readonly count: number } & Pick<LogFiltersProps, 'change'>) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { signing } = useSearch({ from: '/' })
  const isChosen = signing === 'again'
  if (count === 0 && !isChosen) return null
  return (
    <Tooltip label={t('log.againHint')}>
      <UnstyledButton
        className={classes['chip'] ?? ''}
        aria-pressed={isChosen}
        onClick={() => change({ signing: isChosen ? undefined : 'again' })}
      >
        {t('log.again')} <span className={classes['count']}>{countText(count, language)}</span>
      </UnstyledButton>
    </Tooltip>
  )
}

interface ChipProps extends Pick<LogFiltersProps, 'change'> {
  readonly standing: Standing | undefined
  readonly word: string
  readonly hint: string
  readonly count: number
  readonly isChosen: boolean
}

const Chip = memo(function Chip({ standing, word, hint, count, isChosen, change }: ChipProps) {
  const language = useLanguage()
  return (
    <Tooltip label={hint}>
      <UnstyledButton
        className={classes['chip'] ?? ''}
        aria-pressed={isChosen}
        onClick={() => change({ standing })}
      >
        {word} <span className={classes['count']}>{countText(count, language)}</span>
      </UnstyledButton>
    </Tooltip>
  )
})

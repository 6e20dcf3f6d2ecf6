import { Button, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { EpisodeKind, type FactKind } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { factNames } from '#shared/core/names.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import classes from './choose-kind.module.css'
import { FactDraft, placeOfDraft } from './fact-draft.ts'
import { FactDraftOffer } from './fact-draft-offer.tsx'
import { type AnyKind, FACT_GROUPS, type FactGroup, factGroups } from './fact-groups.ts'
import { capital, factTitle, useSpeech } from './fact-words.ts'
import type { PanelRequest } from './panel-request.ts'

interface ChooseProps {
  readonly onOpen: (request: PanelRequest) => void
}

/** What to enter: a searchable list of all kinds in clinical order. */
export function ChooseKind({ patientId, onOpen }: ChooseProps & { readonly patientId: PatientId }) {
  const { t } = useSpeech()
  const [search, setSearch] = useState('')
  const groups = useGroups(search)
  const kinds = groups.flatMap(([, members]) => members)
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const at = kinds[Math.min(place, kinds.length - 1)]
  const open = (kind: AnyKind) => onOpen({ open: 'enter', kind })
  const move = (to: number) => {
    const next = Math.max(0, Math.min(kinds.length - 1, to))
    setPlace(next)
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(place + 1)
    else if (event.key === 'ArrowUp') move(place - 1)
    else if (event.key === 'Enter' && at !== undefined) open(at)
    else return
    event.preventDefault()
  }
  return (
    <Stack gap="sm">
      <WaitingDraft patientId={patientId} onOpen={onOpen} />
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls="kinds"
        aria-activedescendant={at === undefined ? undefined : `kind-${at}`}
        aria-label={t('choose.search')}
        placeholder={t('choose.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={search}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
        autoFocus
        autoComplete="off"
      />
      <div id="kinds" role="listbox" aria-label={t('choose.label')} ref={list} className={classes['list']}>
        {groups.map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
          <div key={group} role="group" aria-label={t(`group.${group}`)}>
            <div className={classes['group']} aria-hidden="true">
              {t(`group.${group}`)}
            </div>
            {members.map(kind => (
              <KindOption key={kind} kind={kind} isAt={kind === at} onChoose={open} />
            ))}
          </div>
        ))}
      </div>
      {kinds.length === 0 && <Text c="dimmed">{t('choose.nothing', { search })}</Text>}
    </Stack>
  )
}

interface KindOptionProps {
  readonly kind: AnyKind
  readonly isAt: boolean
  readonly onChoose: (kind: AnyKind) => void
}

function KindOption({ kind, isAt, onChoose }: KindOptionProps) {
  const { language, t } = useSpeech()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field moves through the options and chooses
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={`kind-${kind}`}
      role="option"
      aria-selected={isAt}
      className={classes['option']}
      onClick={() => onChoose(kind)}
    >
      {factTitle(kind, language)}
      {(kind === 'negative_finding' || kind === 'not_known') && (
        <span className={classes['hint']}>{t(`choose.hint.${kind}`)}</span>
      )}
    </div>
  )
}

/** What is entered most often comes first: that somebody asked, and there was none. */
const CHOICE_ORDER: readonly FactGroup[] = [
  'negative',
  'notKnown',
  ...FACT_GROUPS.filter(group => group !== 'negative' && group !== 'notKnown'),
]

function useGroups(search: string): readonly (readonly [FactGroup, readonly AnyKind[]])[] {
  const { t } = useSpeech()
  return useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const fits = (group: FactGroup, kind: AnyKind) => {
      const text = [...Object.values(factNames[kind]), t(`group.${group}`)].join(' ').toLowerCase()
      return words.every(word => text.includes(word))
    }
    return CHOICE_ORDER.map(
      group => [group, (factGroups[group] as readonly AnyKind[]).filter(kind => fits(group, kind))] as const,
    ).filter(([, members]) => members.length > 0)
  }, [search, t])
}

function WaitingDraft({ patientId, onOpen }: ChooseProps & { readonly patientId: PatientId }) {
  const { data = [] } = useRead('drafts', 'list', {})
  const discard = useWrite('drafts', 'discard')
  const draft = data.find(one => one.form === 'fact' && one.patientId === patientId)
  const parsed = FactDraft.safeParse(draft?.content)
  if (draft === undefined || !parsed.success) return null
  return (
    <FactDraftOffer
      draft={parsed.data}
      savedAt={draft.savedAt}
      onTake={() => onOpen(placeOfDraft(parsed.data))}
      onDiscard={() => discard.mutate({ form: 'fact', patientId })}
    />
  )
}

interface ChooseStatementProps extends ChooseProps {
  readonly about: FactKind
}

/** One subject that nobody charted yet: that it was, that it was not, or that it cannot be known. */
export function ChooseStatement({ about, onOpen }: ChooseStatementProps) {
  const { language, t } = useSpeech()
  const subject = factNames[about][language]
  const isDeniable = EpisodeKind.safeParse(about).success
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        justify="flex-start"
        autoFocus
        onClick={() => onOpen({ open: 'enter', kind: about })}
      >
        {capital(t('choose.was', { subject }))}
      </Button>
      {isDeniable && (
        <Button
          variant="default"
          justify="flex-start"
          onClick={() => onOpen({ open: 'enter', kind: 'negative_finding', about })}
        >
          {t('choose.wasNot', { subject })}
        </Button>
      )}
      <Button
        variant="default"
        justify="flex-start"
        onClick={() => onOpen({ open: 'enter', kind: 'not_known', about })}
      >
        {t('choose.cannotKnow', { subject })}
      </Button>
    </Stack>
  )
}

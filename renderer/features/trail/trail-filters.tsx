import { Button, CloseButton, Select, Text, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { readDate } from '../../components/read-date.ts'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { factLine, useSpeech } from '../chart/fact-words.ts'
import { useActionName } from './entry-words.ts'
import classes from './trail.module.css'
import { TrailSearch } from './trail-search.ts'
import { filterOf } from './use-trail.ts'

/** Which entries are shown: about whom, by whom, what was done, when. */
export function TrailFilters() {
  const { t } = useTranslation('trail')
  const language = useLanguage()
  const search = useSearch({ from: '/trail' })
  const navigate = useNavigate()
  const actionName = useActionName()
  const { data: patients = [] } = useRead('patients', 'list', {})
  const { data: people = [] } = useRead('users', 'list', {})
  const { data: all } = useRead('audit', 'overview', {})
  const { data: shown } = useRead('audit', 'overview', filterOf(search), { keepPrevious: true })
  const change = (part: Partial<Record<keyof TrailSearch, string | null | undefined>>) =>
    void navigate({
      to: '/trail',
      search: TrailSearch.parse(
        Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)),
      ),
      replace: true,
    })
  const look = { size: 'xs' as const, placeholder: t('filter.all'), searchable: true, clearable: true }
  const isFiltered = Object.values(search).some(value => value !== undefined)
  return (
    <section className={classes['filters']} aria-label={t('filter.label')}>
      <Select
        {...look}
        label={t('filter.candidate')}
        data={patients.map(({ id, screeningNumber, initials }) => ({
          value: id as string,
          label: `${screeningNumber} ${initials}`,
        }))}
        value={search.patientId ?? null}
        onChange={patientId => change({ patientId, field: undefined })}
      />
      <Select
        {...look}
        label={t('filter.person')}
        data={people.map(({ id, fullName }) => ({ value: id as string, label: fullName }))}
        value={search.userId ?? null}
        onChange={userId => change({ userId })}
      />
      <Select
        {...look}
        label={t('filter.action')}
        data={(all?.actions ?? [])
          .map(action => ({ value: action, label: actionName(action) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, language))}
        value={search.action ?? null}
        onChange={action => change({ action })}
      />
      <Day label={t('filter.from')} value={search.from} onChange={from => change({ from })} />
      <Day label={t('filter.to')} value={search.to} onChange={to => change({ to })} />
      <div className={classes['found']}>
        <Text size="sm" role="status">
          {shown && t('count', { count: shown.entries, entries: countText(shown.entries, language) })}
        </Text>
        {isFiltered && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => void navigate({ to: '/trail', search: {}, replace: true })}
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
      {search.field !== undefined && (
        <div className={classes['field']}>
          <span>{t('filter.field')}</span> <FieldName field={search.field} />
          <CloseButton
            size="sm"
            aria-label={t('filter.anyField')}
            onClick={() => change({ field: undefined })}
          />
        </div>
      )}
    </section>
  )
}

/** A field in words: a fact by what it says now, or said last. */
function FieldName({ field }: { readonly field: string }) {
  const speech = useSpeech()
  const factId = field.startsWith('facts.') ? field.slice('facts.'.length) : ''
  const { data } = useRead(
    'facts',
    'history',
    { factId: FactId.parse(factId || 'none') },
    { enabled: factId !== '' },
  )
  const content = data?.findLast(version => version.content !== null)?.content
  if (!content) return <strong>{field}</strong>
  const { title, details } = factLine(content, speech)
  return <strong>{[title, ...details].join(' · ')}</strong>
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** A day that filters as soon as it is whole. */
function Day({ label, value, onChange }: DayProps) {
  const { t } = useTranslation('trail')
  const [typed, setTyped] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value ?? '')
  }
  const type = (text: string) => {
    setTyped(text)
    const day = CivilDate.safeParse(readDate(text)).data
    if (day === value || (day === undefined && text.trim() !== '')) return
    setKnown(day)
    onChange(day)
  }
  const isUnread = typed.trim() !== '' && CivilDate.safeParse(readDate(typed)).data === undefined
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={t('filter.dayHint')}
      value={typed}
      onChange={event => type(event.currentTarget.value)}
      error={isUnread && t('filter.dayWrong')}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

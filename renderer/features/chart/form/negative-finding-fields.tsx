import { Checkbox, Group, Select } from '@mantine/core'
import { useMemo } from 'react'
import { EpisodeKind, typesOf } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { factNames, valueName } from '#shared/core/names.ts'
import type { Language } from '#shared/core/text.ts'
import { useRead } from '../../../api/hooks.ts'
import { readDate } from '../../../components/read-date.ts'
import { dateText } from '../../../i18n/format.ts'
import { FACT_GROUPS, factGroups } from '../fact-groups.ts'
import { capital, factTitle, useSpeech } from '../fact-words.ts'
import { TimeField } from './fact-field.tsx'
import classes from './fact-form.module.css'
import { FieldPlace, type FormState } from './field-place.tsx'

const INQUIRIES = ['patient', 'relative', 'record', 'examination'] as const

interface NegativeFindingFieldsProps {
  readonly state: FormState
  readonly patientId: PatientId
}

/** That there was none of something in a span of days, besides what is charted; and who was asked. */
export function NegativeFindingFields({ state, patientId }: NegativeFindingFieldsProps) {
  const { t } = useSpeech()
  const { values, set, errorAt } = state
  const about = EpisodeKind.safeParse(values['about']).data
  const types = about === undefined ? [] : typesOf(about)
  return (
    <>
      <FieldPlace name="about" error={errorAt('about')}>
        <SubjectField
          value={values['about'] ?? ''}
          onChange={next => set({ about: next, types: '' })}
          error={errorAt('about')}
          kinds={EpisodeKind.options}
        />
      </FieldPlace>
      <div className={classes['pair']}>
        <FieldPlace name="from" error={errorAt('from')}>
          <TimeField
            label={t('negative.from')}
            description={t('negative.fromHint')}
            {...state.field('from')}
            {...(about === undefined ? {} : { autoFocus: true })}
          />
        </FieldPlace>
        <FieldPlace name="to" error={errorAt('to')}>
          <TimeField
            label={t('negative.to')}
            description={t('negative.toHint')}
            required
            {...state.field('to')}
          />
        </FieldPlace>
      </div>
      {types.length > 0 && (
        <FieldPlace name="types" error={errorAt('types')}>
          <SlugBoxes
            label={t('negative.types')}
            description={t('negative.typesHint')}
            options={types}
            {...state.field('types')}
          />
        </FieldPlace>
      )}
      <FieldPlace name="askedOf" error={errorAt('askedOf')}>
        <SlugBoxes label={t('negative.askedOf')} required options={INQUIRIES} {...state.field('askedOf')} />
      </FieldPlace>
      {about && <Sentence about={about} state={state} patientId={patientId} />}
    </>
  )
}

interface SlugBoxesProps {
  readonly label: string
  readonly description?: string
  readonly required?: boolean
  readonly options: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

function SlugBoxes({ label, description, required, options, value, onChange, error }: SlugBoxesProps) {
  const { language } = useSpeech()
  return (
    <Checkbox.Group
      label={label}
      description={description}
      withAsterisk={required ?? false}
      error={error}
      value={value.split(' ').filter(Boolean)}
      onChange={chosen => onChange(options.filter(option => chosen.includes(option)).join(' '))}
    >
      <Group gap={16} mt={4}>
        {options.map(option => (
          <Checkbox key={option} value={option} label={capital(valueName(option)[language])} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}

interface SubjectFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly kinds: readonly EpisodeKind[] | readonly string[]
}

/** What a statement is about, from the kinds in clinical order. */
export function SubjectField({ value, onChange, error, kinds }: SubjectFieldProps) {
  const { language, t } = useSpeech()
  const data = useMemo(
    () =>
      FACT_GROUPS.map(group => ({
        group: t(`group.${group}`),
        items: factGroups[group]
          .filter(kind => (kinds as readonly string[]).includes(kind))
          .map(kind => ({ value: kind as string, label: factTitle(kind, language) })),
      })).filter(({ items }) => items.length > 0),
    [kinds, language, t],
  )
  return (
    <Select
      label={t('form.about')}
      withAsterisk
      data={data}
      value={value === '' ? null : value}
      onChange={chosen => onChange(chosen ?? '')}
      error={error}
      searchable
      selectFirstOptionOnChange
      autoFocus={value === ''}
      nothingFoundMessage={t('form.nothingFound')}
    />
  )
}

interface SentenceProps extends NegativeFindingFieldsProps {
  readonly about: EpisodeKind
}

/** The finding as it will be read, with the number of charted exceptions. */
function Sentence({ about, state: { values }, patientId }: SentenceProps) {
  const { language, t } = useSpeech()
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const to = readDate(values['to'] ?? '')
  if (to === undefined) return null
  const from = readDate(values['from'] ?? '')
  // What cannot be read yet must not be told as the whole life.
  if (from === undefined && (values['from'] ?? '').trim() !== '') return null
  const types = (values['types'] ?? '').split(' ').filter(Boolean)
  const subject = subjectWords(about, types, language)
  const count = facts.filter(({ content }) => content.kind === about).length
  const until = dateText(to, language)
  return (
    <p className={classes['sentence']} aria-live="polite" style={{ margin: 0 }}>
      {from === undefined
        ? t('negative.sentenceEver', { subject, until })
        : t('negative.sentence', { subject, until, since: dateText(from, language) })}
      {count > 0 && ` ${t('negative.besides', { count })}`}
    </p>
  )
}

function subjectWords(about: EpisodeKind, types: readonly string[], language: Language): string {
  const name = factNames[about][language]
  if (types.length === 0) return name
  const words = types.map(type => valueName(type)[language])
  return language === 'en' ? `${name} (${words.join(', ')})` : `${name}（${words.join('、')}）`
}

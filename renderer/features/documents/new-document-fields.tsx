import { Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { PartialDateField } from '../../components/partial-date-field.tsx'
import { MadeKind } from './document-search.ts'
import { dayTyped, isTurned, type Typed } from './new-document-request.ts'
import { EventFilters, Recipient } from './of-event.tsx'
import { OfTrial } from './of-trial.tsx'

interface NewDocumentFieldsProps {
  readonly typed: Typed
  readonly kinds: readonly MadeKind[]
  readonly onChange: (typed: Typed) => void
}

/** What the document is, about whom, of which days, in which language. */
export function NewDocumentFields({ typed, kinds, onChange }: NewDocumentFieldsProps) {
  const { t } = useTranslation('documents')
  const language = useId()
  const change = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  return (
    <>
      {GIVEN.includes(typed.kind) ? (
        <Text size="sm">{typed.kind === 'signed' ? t('make.signed') : t(`make.what.${typed.kind}`)}</Text>
      ) : (
        <Radio.Group
          label={t('make.kind')}
          value={typed.kind}
          onChange={value => change({ kind: MadeKind.parse(value) })}
        >
          <Stack gap="sm" mt={6}>
            {kinds.map(kind => (
              <Radio
                key={kind}
                value={kind}
                label={kind === 'signed' ? '' : t(`kind.${kind}`)}
                description={t(`make.what.${kind}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {typed.kind === 'screening_log' && (
        <Day label={t('make.on')} hint={t('make.onHint')} value={typed.on} onChange={on => change({ on })} />
      )}
      {typed.kind === 'trail_extract' && <Extract typed={typed} onChange={change} />}
      {OF_TRIAL.includes(typed.kind) && (
        <OfTrial typed={typed} isOfOne={typed.kind === 'chart_review'} onChange={change} />
      )}
      {typed.kind === 'event_listing' && <EventFilters typed={typed} onChange={change} />}
      {(typed.kind === 'sae_report' || typed.kind === 'case_summary') && (
        <Recipient typed={typed} onChange={change} />
      )}
      <div>
        <Text size="sm" fw={500} id={language} mb={4}>
          {t('make.language')}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-labelledby={language}
          data={DocumentLanguage.options.map(value => ({ value, label: t(`languageName.${value}`) }))}
          value={typed.language}
          onChange={value => change({ language: DocumentLanguage.parse(value) })}
        />
      </div>
    </>
  )
}

/** Opened from what it is about: there is nothing to choose of what it is. */
const GIVEN: readonly MadeKind[] = ['signed', 'visit_worksheet', 'sae_report', 'case_summary']
const OF_TRIAL: readonly MadeKind[] = ['chart_review', 'deviation_list', 'event_listing']

interface ExtractProps {
  readonly typed: Typed
  readonly onChange: (part: Partial<Typed>) => void
}

const SITE = 'site'

function Extract({ typed, onChange }: ExtractProps) {
  const { t } = useTranslation('documents')
  const { data: patients = [] } = useRead('patients', 'list', {})
  const { from, to } = typed
  return (
    <>
      <Select
        label={t('make.candidate')}
        description={t('make.candidateHint')}
        data={[
          { value: SITE, label: t('filter.site') },
          ...patients.map(({ id, screeningNumber, initials }) => ({
            value: id as string,
            label: `${screeningNumber} ${initials}`,
          })),
        ]}
        value={typed.patientId ?? SITE}
        onChange={value =>
          onChange({ patientId: value === null || value === SITE ? null : PatientId.parse(value) })
        }
        allowDeselect={false}
        searchable
      />
      <Day
        label={t('make.from')}
        hint={t('make.dayHint')}
        value={from}
        onChange={day => onChange({ from: day })}
      />
      <Day
        label={t('make.to')}
        hint={t('make.dayHint')}
        value={to}
        onChange={day => onChange({ to: day })}
        error={isTurned(typed) ? t('make.orderWrong') : undefined}
      />
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

function Day({ hint, error, value, ...rest }: DayProps) {
  const { t } = useTranslation('documents')
  const wrong = dayTyped(value) === 'wrong' ? t('make.dayWrong') : undefined
  return (
    <PartialDateField
      {...rest}
      value={value}
      error={error ?? wrong}
      {...(value.trim() ? {} : { description: hint })}
    />
  )
}

import { NumberInput, Select, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateFormat, Delimiter, Encoding, type TableFormat } from '#shared/core/imports/mapping.ts'
import { useSession } from '../../../session/session.tsx'
import { timeZones } from '../../session/time-zones.ts'
import type { LookedTable } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import { HeadSelect } from './head-select.tsx'
import { lazyList } from './lazy-list.ts'
import classes from './mapping.module.css'
import { hasRole, type MappingDraft } from './mapping-draft.ts'

interface FormatFieldsProps {
  readonly state: NewImportState
  readonly table: LookedTable
  readonly draft: MappingDraft
}

/** How the file is written: what was found out by looking, and what nobody can find out but a person. */
export function FormatFields({ state, table, draft }: FormatFieldsProps) {
  const { t } = useTranslation('imports')
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('mapping.tableTitle')}
      </Title>
      <div className={classes['format']}>
        <FoundFields
          table={table}
          onChange={part => state.change({ table: { ...state.setup.table, ...part } })}
        />
        <DecidedFields draft={draft} edit={state.edit} />
      </div>
    </section>
  )
}

interface FoundFieldsProps {
  readonly table: LookedTable
  readonly onChange: (part: TableFormat) => void
}

function FoundFields({
  table: { encoding, delimiter, sheets, sheet, headerRow },
  onChange,
}: FoundFieldsProps) {
  const { t } = useTranslation('imports')
  return (
    <>
      {encoding !== null && (
        <Select
          label={t('table.encoding')}
          data={Encoding.options.map(value => ({ value, label: t(`table.encodingName.${value}`) }))}
          value={encoding}
          onChange={value => onChange({ encoding: Encoding.parse(value) })}
          allowDeselect={false}
        />
      )}
      {delimiter !== null && (
        <Select
          label={t('table.delimiter')}
          data={Delimiter.options.map(value => ({
            value,
            label: t(`table.delimiterName.${delimiterNames[value]}`),
          }))}
          value={delimiter}
          onChange={value => onChange({ delimiter: Delimiter.parse(value) })}
          allowDeselect={false}
        />
      )}
      {sheets.length > 0 && (
        <Select
          label={t('table.sheet')}
          data={sheets}
          value={sheet}
          onChange={value => value !== null && onChange({ sheet: value })}
          allowDeselect={false}
        />
      )}
      <NumberInput
        label={t('table.headerRow')}
        value={headerRow}
        min={1}
        max={1000}
        allowDecimal={false}
        onChange={value => Number(value) >= 1 && onChange({ headerRow: Number(value) })}
      />
    </>
  )
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** The same day in every form, so that each is told by its look. */
const dateExamples: Readonly<Record<DateFormat, string>> = {
  'YYYY-MM-DD': '2026-11-24',
  'YYYY/MM/DD': '2026/11/24',
  'YYYY.MM.DD': '2026.11.24',
  YYYYMMDD: '20261124',
  YYYY年MM月DD日: '2026年11月24日',
  'DD/MM/YYYY': '24/11/2026',
  'MM/DD/YYYY': '11/24/2026',
  'DD.MM.YYYY': '24.11.2026',
}

interface DecidedFieldsProps extends Pick<FormatFieldsProps, 'draft'> {
  readonly edit: NewImportState['edit']
}

function DecidedFields({ draft, edit }: DecidedFieldsProps) {
  const { t } = useTranslation('imports')
  const { site } = useSession()
  const dateLabel = (format: DateFormat) => {
    const example = dateExamples[format]
    if (format === 'DD/MM/YYYY') return t('table.dayFirst', { example })
    return format === 'MM/DD/YYYY' ? t('table.monthFirst', { example }) : example
  }
  return (
    <>
      <HeadSelect
        field="decimal"
        label={t('table.decimal')}
        draft={draft}
        edit={edit}
        data={[
          { value: '.', label: t('table.decimalName.point') },
          { value: ',', label: t('table.decimalName.comma') },
        ]}
      />
      <HeadSelect
        field="dates"
        label={t('table.dates')}
        draft={draft}
        edit={edit}
        data={DateFormat.options.map(value => ({ value, label: dateLabel(value) }))}
      />
      <HeadSelect
        field="patientBy"
        label={t('table.patientBy')}
        draft={draft}
        edit={edit}
        data={(['screening_number', 'identifier'] as const).map(value => ({
          value,
          label: t(`table.patientByName.${value}`),
        }))}
      />
      {hasRole(draft, 'date', 'time') && (
        <Select
          label={t('table.zone')}
          data={[
            { value: '', label: t('table.zoneOfSite', { zone: site.timeZone }) },
            ...timeZones(site.timeZone).map(zone => ({ value: zone, label: zone })),
          ]}
          value={draft.timeZone}
          onChange={timeZone => edit({ timeZone: timeZone ?? '' })}
          {...lazyList}
          searchable
          allowDeselect={false}
        />
      )}
    </>
  )
}

import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { Notice } from '../../../components/notice.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'
import foot from '../new-import.module.css'
import type { Look } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import { ColumnTable } from './column-table.tsx'
import { FixedFields } from './fixed-fields.tsx'
import { FormatFields } from './format-fields.tsx'
import { hasRole, type MappingDraft, openChoices, openPrinted } from './mapping-draft.ts'
import { faultsOf, MappingFaults } from './mapping-faults.tsx'
import { MappingHistory } from './mapping-history.tsx'
import { hasOtherColumns, OtherColumns } from './other-columns.tsx'
import { SaveMapping } from './save-mapping.tsx'
import { TestTable } from './test-table.tsx'
import { UnitTable } from './unit-table.tsx'

/** What the columns, tests, units and dates of a table mean: suggested where something is known, decided by a person. */
export function MappingStep({ state }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const { shown, draft, edit } = state
  if (shown?.look?.table == null || draft === undefined) return <Text c="dimmed">{t('looking')}</Text>
  const { look } = shown
  return (
    <Stack gap="lg">
      <Origin look={look} state={state} />
      <OtherColumns state={state} />
      <FormatFields state={state} table={shown.look.table} draft={draft} />
      <section>
        <Group justify="space-between" mb={6}>
          <Title order={2} size="h3">
            {t('mapping.columnsTitle')}
          </Title>
          <ShownFile state={state} />
        </Group>
        <ColumnTable draft={draft} sample={shown.look.table.sample} onChange={columns => edit({ columns })} />
      </section>
      <FixedFields draft={draft} onChange={fixed => edit({ fixed })} />
      {hasRole(draft, 'test_code', 'test_name') && (
        <TestTable
          tests={draft.tests}
          counts={state.checked?.unknown.tests}
          onChange={tests => edit({ tests })}
        />
      )}
      {hasRole(draft, 'unit') && <UnitTable units={draft.units} onChange={units => edit({ units })} />}
      <Onward state={state} draft={draft} />
    </Stack>
  )
}

function Origin({
  look: { kept, suggested },
  state,
}: {
  readonly look: Look
  readonly state: NewImportState
}) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const personOf = usePeople()
  const laboratory = useLaboratoryName(state.setup.laboratory)
  if (kept === null)
    return (
      <Notice kind="info">{t(suggested ? 'mapping.fresh' : 'mapping.freshNothing', { laboratory })}</Notice>
    )
  const { version, enteredAt, author } = kept
  return (
    <Notice kind="good">
      {t('mapping.kept', {
        ...{ laboratory, version, who: personOf(author) },
        time: timeText(enteredAt, language),
      })}{' '}
      <MappingHistory
        laboratory={kept.laboratory}
        laboratoryName={laboratory}
        about={kept.about}
        onUse={state.use}
      />
    </Notice>
  )
}

function useLaboratoryName(id: string | null): string {
  const { data = [] } = useRead('laboratories', 'list', {})
  return data.find(laboratory => laboratory.id === id)?.name ?? ''
}

function ShownFile({ state: { tables, shown, change } }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  if (tables.length < 2) return null
  return (
    <Select
      size="xs"
      aria-label={t('mapping.sampleOf')}
      data={tables.map(({ upload: { id, name } }) => ({ value: id, label: name }))}
      value={shown?.upload.id ?? null}
      onChange={id => change({ shown: id })}
      allowDeselect={false}
    />
  )
}

interface OnwardProps {
  readonly state: NewImportState
  readonly draft: MappingDraft
}

function Onward({ state, draft }: OnwardProps) {
  const { t } = useTranslation('imports')
  const open = openChoices(draft)
  const printed = openPrinted(draft)
  const faults = faultsOf(draft)
  const hasPt = draft.about === 'laboratory' && !hasRole(draft, 'control')
  return (
    <>
      {hasPt && <Notice kind="info">{t('noControl')}</Notice>}
      <MappingFaults faults={faults} />
      <div className={foot['foot']}>
        <Button
          onClick={() => void state.check()}
          disabled={open > 0 || faults.length > 0 || hasOtherColumns(state)}
        >
          {t('mapping.confirmAndCheck')}
        </Button>
        <SaveMapping state={state} draft={draft} />
        <Button variant="default" onClick={() => state.go('files')}>
          {t('check.backToFiles')}
        </Button>
        <Button variant="subtle" onClick={state.reset}>
          {t('mapping.reset')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {open > 0
            ? t('mapping.undecided', { count: open })
            : printed > 0
              ? t('mapping.openPrinted', { count: printed })
              : t('mapping.confirmHint')}
        </Text>
      </div>
    </>
  )
}

import { Select, Stack, Table, Text, TextInput, Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { AddRow, RemoveRow } from '../../components/row-buttons.tsx'
import { unitText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { emptyRow, problemsOf, type TestRow, unitsFor, withAnalyte } from './laboratory-rows.ts'

interface TestTableProps {
  readonly rows: readonly TestRow[]
  readonly onChange: (rows: TestRow[]) => void
  readonly isTried: boolean
  /** Of the engine, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly mayWrite: boolean
}

/** The tests of a laboratory with the unit and the range that its reports print. */
export function TestTable({ rows, onChange, isTried, errors, mayWrite }: TestTableProps) {
  const { t } = useTranslation('settings')
  const replace = (row: TestRow) => onChange(rows.map(old => (old.key === row.key ? row : old)))
  return (
    <Stack gap={6} component="section">
      <Title order={3}>{t('laboratories.tests')}</Title>
      <Text size="sm" c="dimmed">
        {rows.length === 0 ? t('laboratories.noTests') : t('laboratories.testsHint')}
      </Text>
      {rows.length > 0 && (
        <Table verticalSpacing={3} horizontalSpacing={6} withRowBorders={false} maw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('laboratories.test')}</Table.Th>
              <Table.Th w={150}>{t('laboratories.unit')}</Table.Th>
              <Table.Th w={120}>{t('laboratories.low')}</Table.Th>
              <Table.Th w={120}>{t('laboratories.high')}</Table.Th>
              {mayWrite && (
                <Table.Th w={44}>
                  <VisuallyHidden>{t('laboratories.removeTest')}</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                rows={rows}
                index={index}
                isTried={isTried}
                errors={errors}
                onChange={replace}
                {...(mayWrite ? { onRemove: () => onChange(rows.filter(old => old !== row)) } : {})}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayWrite && (
        <AddRow onAdd={() => onChange([...rows, emptyRow(rows)])} mt={0}>
          {t('laboratories.addTest')}
        </AddRow>
      )}
    </Stack>
  )
}

interface RowProps extends Pick<TestTableProps, 'rows' | 'isTried' | 'errors'> {
  readonly row: TestRow
  readonly index: number
  readonly onChange: (row: TestRow) => void
  readonly onRemove?: () => void
}

function Row({ row, rows, index, isTried, errors, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('settings')
  const problems = problemsOf(row, rows)
  const at = (field: string) => errors[`tests[${index}].${field}`]
  const number = index + 1
  const tell = (problem: (typeof problems)[number], isAtOnce = false) =>
    problems.includes(problem) && (isTried || isAtOnce) && t(`laboratories.problem.${problem}`)
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <AnalyteField
          row={row}
          number={number}
          onChange={onChange}
          error={at('loinc') ?? (tell('test') || tell('twice', true))}
        />
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t('laboratories.unitOf', { number })}
          data={unitsFor(row).map(unit => ({
            value: unit,
            label: unitText(unit) || t('laboratories.noUnit'),
          }))}
          value={row.unit === '' ? null : row.unit}
          onChange={unit => unit && onChange({ ...row, unit })}
          allowDeselect={false}
          disabled={row.loinc === ''}
          error={at('unit') ?? tell('unit')}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('laboratories.lowOf', { number })}
          value={row.low}
          onChange={event => onChange({ ...row, low: event.currentTarget.value })}
          inputMode="decimal"
          error={at('range.low') ?? at('range') ?? (tell('low', true) || tell('order', true))}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('laboratories.highOf', { number })}
          value={row.high}
          onChange={event => onChange({ ...row, high: event.currentTarget.value })}
          inputMode="decimal"
          error={at('range.high') ?? tell('high', true)}
        />
      </Table.Td>
      {onRemove && (
        <Table.Td>
          <RemoveRow label={t('laboratories.removeNumber', { number })} onRemove={onRemove} mt={4} />
        </Table.Td>
      )}
    </Table.Tr>
  )
}

interface AnalyteFieldProps extends Pick<RowProps, 'row' | 'onChange'> {
  readonly number: number
  readonly error: string | false
}

/** The analyte by its name; a code that Lobule does not interpret stands as a code. */
function AnalyteField({ row, number, onChange, error }: AnalyteFieldProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const analyte = analyteOfLoinc(row.loinc)
  if (row.loinc !== '' && analyte === undefined)
    return (
      <TextInput
        aria-label={t('laboratories.testOf', { number })}
        value={t('laboratories.notInterpreted', { loinc: row.loinc })}
        readOnly
        error={error}
      />
    )
  return (
    <Select
      aria-label={t('laboratories.testOf', { number })}
      placeholder={t('laboratories.chooseTest')}
      data={Analyte.options.map(value => {
        const { abbreviation, name } = analytes[value]
        return { value, label: `${abbreviation} – ${name[language]}` }
      })}
      value={analyte ?? null}
      onChange={value => value && onChange(withAnalyte(row, Analyte.parse(value)))}
      searchable
      filter={({ options, search }) =>
        options.filter(option => 'value' in option && isNamed(option.value, search))
      }
      selectFirstOptionOnChange
      allowDeselect={false}
      autoFocus={row.loinc === ''}
      error={error}
    />
  )
}

/** Found by its names in both languages, its abbreviation or its code. */
function isNamed(value: string, search: string): boolean {
  const { abbreviation, name, loinc } = analytes[Analyte.parse(value)]
  const sought = search.trim().toLowerCase()
  return [abbreviation, ...Object.values(name), ...loinc].some(text => text.toLowerCase().includes(sought))
}

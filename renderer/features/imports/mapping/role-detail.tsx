import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChooseTest } from './choose-test.tsx'
import { ChooseUnit } from './choose-unit.tsx'
import { lazyList } from './lazy-list.ts'
import type { DraftRole } from './mapping-draft.ts'
import { unitsOfField } from './roles.ts'
import { unitsOfTest } from './test-choices.ts'

interface RoleDetailProps {
  readonly role: DraftRole
  /** Of the column. */
  readonly name: string
  readonly onChange: (role: DraftRole) => void
}

/** What a role says more: the test and unit of a column of a wide table, the unit of a measured field. */
export function RoleDetail({ role, name, onChange }: RoleDetailProps) {
  const { t } = useTranslation('imports')
  if (role.as === 'analyte') return <OneTest {...{ role, name, onChange }} />
  const units = role.as === 'field' ? unitsOfField[role.field] : undefined
  if (role.as !== 'field' || units === undefined) return null
  const { field, factor = '1' } = role
  return (
    <Select
      {...lazyList}
      size="xs"
      w={150}
      aria-label={t('role.factorOf', { column: name })}
      data={units.map(([label, value]) => ({ value, label }))}
      value={factor}
      onChange={chosen =>
        onChange({ as: 'field', field, ...(chosen === null || chosen === '1' ? {} : { factor: chosen }) })
      }
      allowDeselect={false}
    />
  )
}

interface OneTestProps extends Pick<RoleDetailProps, 'name' | 'onChange'> {
  readonly role: Extract<DraftRole, { as: 'analyte' }>
}

function OneTest({ role, name, onChange }: OneTestProps) {
  const { t } = useTranslation('imports')
  const { loinc, unit } = role
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <ChooseTest
        label={t('role.testOf', { column: name })}
        codeLabel={t('test.loincOf', { printed: name })}
        value={loinc === '' ? null : { loinc }}
        onChange={is => {
          if (is === null || is === 'out') return
          const units = unitsOfTest(is.loinc)
          onChange({ as: 'analyte', loinc: is.loinc, unit: units.length === 1 ? (units[0] ?? '') : unit })
        }}
      />
      <ChooseUnit
        label={t('role.unitOf', { column: name })}
        units={unitsOfTest(loinc)}
        value={unit}
        onChange={chosen => onChange({ as: 'analyte', loinc, unit: chosen })}
      />
    </Group>
  )
}

import { Select } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableAbout } from '#shared/core/imports/mapping.ts'
import { lazyList } from './lazy-list.ts'
import classes from './mapping.module.css'
import type { DraftColumn, DraftRole } from './mapping-draft.ts'
import { Mark, markOf } from './mark.tsx'
import { RoleDetail } from './role-detail.tsx'
import { nameOfRole, type RoleName, roleNamed, rolesOf } from './roles.ts'

interface ColumnLineProps {
  readonly about: TableAbout
  readonly column: DraftColumn
  /** From 1. */
  readonly number: number
  readonly values: readonly string[]
  readonly onChange: (column: DraftColumn) => void
}

/** One column and what it holds. */
export function ColumnLine({ about, column, number, values, onChange }: ColumnLineProps) {
  const name = useColumnName()(column, number)
  const { role, isSuggested } = column
  const choose = (chosen: DraftRole) => onChange({ ...column, role: chosen, isSuggested: false })
  return (
    <tr data-ignored={role?.as === 'ignored' || undefined}>
      <th scope="row">{name}</th>
      <td className={classes['sample']}>
        <Values values={values} />
      </td>
      <td>
        <div className={classes['chosen']}>
          <RoleSelect {...{ about, role, name }} onChange={choose} />
          <Mark state={markOf(role === null, isSuggested)} />
        </div>
      </td>
      <td>{role && <RoleDetail {...{ role, name }} onChange={choose} />}</td>
    </tr>
  )
}

function useColumnName() {
  const { t } = useTranslation('imports')
  return ({ column, occurrence }: DraftColumn, number: number) => {
    if (column === '') return t('mapping.unnamed', { number })
    return occurrence > 1 ? t('mapping.second', { column, occurrence }) : column
  }
}

const Values = memo(function Values({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation('imports')
  const filled = [...new Set(values.filter(value => value.trim() !== ''))]
  if (filled.length === 0) return <span className={classes['quiet']}>{t('mapping.empty')}</span>
  return filled.map(value => <code key={value}>{value}</code>)
})

interface RoleSelectProps {
  readonly about: TableAbout
  readonly role: DraftRole | null
  readonly name: string
  readonly onChange: (role: DraftRole) => void
}

function RoleSelect({ about, role, name, onChange }: RoleSelectProps) {
  const { t } = useTranslation('imports')
  const word = (one: RoleName) =>
    one.startsWith('field:') ? t(`role.field.${one.slice(6) as 'kPa'}`) : t(`role.${one as 'value'}`)
  const data = [
    { value: 'ignored', label: t('role.ignored') },
    ...rolesOf[about].map(({ group, roles }) => ({
      group: t(`role.group.${group}`),
      items: roles.map(value => ({ value, label: word(value) })),
    })),
  ]
  return (
    <Select
      {...lazyList}
      size="xs"
      aria-label={t('role.of', { column: name })}
      placeholder={t('mapping.open')}
      data={data}
      value={role === null ? null : nameOfRole(role)}
      onChange={chosen => chosen !== null && onChange(roleNamed(chosen as RoleName))}
      allowDeselect={false}
      searchable
      maxDropdownHeight={360}
    />
  )
}

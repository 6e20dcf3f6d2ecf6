import { Autocomplete, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lazyList } from './lazy-list.ts'
import classes from './mapping.module.css'
import type { DraftUnit } from './mapping-draft.ts'
import { Mark, markOf } from './mark.tsx'
import { ALL_UNITS } from './test-choices.ts'

interface UnitTableProps {
  readonly units: readonly DraftUnit[]
  readonly onChange: (units: readonly DraftUnit[]) => void
}

/** Units as the file prints them, and their UCUM codes. */
export function UnitTable({ units, onChange }: UnitTableProps) {
  const { t } = useTranslation('imports')
  if (units.length === 0) return null
  return (
    <section>
      <Title order={2} size="h3">
        {t('mapping.unitsTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t('unit.hint')}
      </Text>
      <div className={classes['wide']}>
        <table className={classes['table']} data-narrow>
          <thead>
            <tr>
              <th scope="col">{t('unit.printed')}</th>
              <th scope="col" className={classes['choice']}>
                {t('unit.is')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit, index) => (
              <tr key={unit.printed}>
                <th scope="row">{unit.printed}</th>
                <td>
                  <div className={classes['chosen']}>
                    <Autocomplete
                      {...lazyList}
                      size="xs"
                      aria-label={t('unit.of', { printed: unit.printed })}
                      placeholder={t('unit.choose')}
                      data={[...ALL_UNITS]}
                      value={unit.ucum}
                      onChange={ucum => onChange(units.with(index, { ...unit, ucum, isSuggested: false }))}
                      maxLength={40}
                    />
                    <Mark state={markOf(unit.ucum === '', unit.isSuggested)} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

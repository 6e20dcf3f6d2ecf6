import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plainNumber } from '#shared/core/reports/printed-number.ts'
import { cellsText } from '../../../components/cells-text.ts'
import classes from './conduct.module.css'
import { Choice, ShortField, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'
import type { ScheduleDraft } from './schedule-draft.ts'
import { TextRows } from './text-rows.tsx'

/** What the parts of the form work with. */
export interface SchedulePartProps {
  readonly draft: ScheduleDraft
  readonly onChange: (part: Partial<ScheduleDraft>) => void
  readonly tell: Tell
}

/** How many doses of how many cells, where the record does not say; whether the label carries an identifier. */
export function DosesPart({ draft, onChange, tell }: SchedulePartProps) {
  const { t } = useTranslation('conduct')
  const cells = plainNumber(draft.cells)
  return (
    <Part title={t('doses.title')} hint={t('doses.hint')}>
      <div className={classes['row']}>
        <ShortField
          label={t('doses.count')}
          value={draft.count}
          onChange={count => onChange({ count })}
          error={tell('count')}
        />
        <ShortField
          label={t('doses.cells')}
          hint={/^\d+$/.test(cells) ? `= ${cellsText(cells)}` : t('doses.cellsHint')}
          value={draft.cells}
          onChange={value => onChange({ cells: value })}
          error={tell('cells')}
        />
        <Choice
          label={t('doses.identifier')}
          value={draft.hasIdentifier}
          onChange={value => onChange({ hasIdentifier: value as ScheduleDraft['hasIdentifier'] })}
          options={[
            ['yes', t('doses.withIdentifier')],
            ['no', t('doses.withoutIdentifier')],
          ]}
          error={tell('hasIdentifier')}
        />
      </div>
    </Part>
  )
}

interface ChecklistPartProps extends SchedulePartProps {
  readonly newId: (prefix: string) => string
}

/** What is checked before every dose after the first, and when dosing stops. */
export function ChecklistPart({ draft, newId, onChange, tell }: ChecklistPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <>
      <Part title={t('checklist.title')} hint={t('checklist.hint')}>
        <TextRows
          label={t('checklist.item')}
          addLabel={t('checklist.add')}
          rows={draft.checklist}
          newRow={() => ({ id: newId('check'), text: '', wanted: '' as const })}
          onChange={checklist => onChange({ checklist })}
          tell={id => tell(`checklist.${id}`)}
          beside={(row, set) => (
            <NativeSelect
              aria-label={t('checklist.wantedOf', { text: row.text })}
              value={row.wanted}
              onChange={({ currentTarget }) => set({ ...row, wanted: wantedIn(currentTarget.value) })}
              error={tell(`checklist.${row.id}.wanted`)}
              data={[
                { value: '', label: t('checklist.wanted') },
                { value: 'yes', label: t('checklist.yes') },
                { value: 'no', label: t('checklist.no') },
              ]}
            />
          )}
        />
      </Part>
      <Part title={t('stopping.title')} hint={t('stopping.hint')}>
        <TextRows
          label={t('stopping.rule')}
          addLabel={t('stopping.add')}
          rows={draft.stoppingRules}
          newRow={() => ({ id: newId('stop'), text: '' })}
          onChange={stoppingRules => onChange({ stoppingRules })}
          tell={id => tell(`stoppingRules.${id}`)}
        />
      </Part>
    </>
  )
}

function wantedIn(value: string): '' | 'yes' | 'no' {
  return value === 'yes' || value === 'no' ? value : ''
}

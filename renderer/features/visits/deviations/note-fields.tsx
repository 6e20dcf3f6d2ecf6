import { Group, Input, Radio, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DeviationClass } from '#shared/core/schedule/deviation.ts'
import { PartialDateField } from '../../../components/partial-date-field.tsx'
import { AddRow, RemoveRow } from '../../../components/row-buttons.tsx'
import classes from './deviations.module.css'
import { emptyTold, isWrongTold, type NoteDraft, type ToldRow } from './note-draft.ts'

interface NoteFieldsProps {
  readonly draft: NoteDraft
  readonly onChange: (draft: NoteDraft) => void
  readonly isTried: boolean
}

/** Class, reason, what was done, and who was told. */
export function NoteFields({ draft, onChange, isTried }: NoteFieldsProps) {
  const { t } = useTranslation('visits')
  const set = (part: Partial<NoteDraft>) => onChange({ ...draft, ...part })
  const missing = (text: string) => isTried && text.trim() === '' && t('deviations.missing')
  return (
    <>
      <Radio.Group
        label={t('deviations.class.label')}
        description={t('deviations.class.hint')}
        value={draft.class === '' ? null : draft.class}
        onChange={value => set({ class: DeviationClass.parse(value) })}
        error={missing(draft.class)}
        required
      >
        <Group gap={18} mt={4}>
          {DeviationClass.options.map(value => (
            <Radio key={value} value={value} label={t(`deviations.class.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={t('deviations.reason')}
        value={draft.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        error={missing(draft.reason)}
        maxLength={2000}
        rows={2}
        resize="vertical"
        required
      />
      <Textarea
        label={t('deviations.action')}
        value={draft.action}
        onChange={({ currentTarget }) => set({ action: currentTarget.value })}
        maxLength={2000}
        rows={2}
        resize="vertical"
      />
      <Told rows={draft.told} onChange={told => set({ told })} isTried={isTried} />
    </>
  )
}

interface ToldProps {
  readonly rows: readonly ToldRow[]
  readonly onChange: (rows: readonly ToldRow[]) => void
  readonly isTried: boolean
}

function Told({ rows, onChange, isTried }: ToldProps) {
  const { t } = useTranslation('visits')
  const replace = (row: ToldRow) => onChange(rows.map(old => (old.key === row.key ? row : old)))
  return (
    <fieldset className={classes['told']}>
      <Input.Label component="legend">{t('deviations.told')}</Input.Label>
      {rows.map((row, index) => (
        <div key={row.key} className={classes['toldRow']}>
          <TextInput
            label={t('deviations.who')}
            placeholder={t('deviations.whoHint')}
            value={row.who}
            onChange={({ currentTarget }) => replace({ ...row, who: currentTarget.value })}
            error={isTried && isWrongTold(row) && t('deviations.toldWrong')}
            maxLength={200}
          />
          <PartialDateField
            label={t('deviations.toldOn')}
            description={t('deviations.dayHint')}
            value={row.on}
            onChange={on => replace({ ...row, on })}
          />
          <RemoveRow
            label={t('deviations.removeTold', { number: index + 1 })}
            onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
            mt={28}
          />
        </div>
      ))}
      <AddRow onAdd={() => onChange([...rows, emptyTold(rows)])} mt={6} size="compact-sm">
        {t('deviations.addTold')}
      </AddRow>
    </fieldset>
  )
}

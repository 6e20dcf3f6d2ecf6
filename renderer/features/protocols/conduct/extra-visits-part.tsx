import { Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AddRow, RemoveRow } from '../../../components/row-buttons.tsx'
import classes from './conduct.module.css'
import { AnchorField, ShortField, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'
import type { ExtraVisitRow } from './schedule-draft.ts'

interface ExtraVisitsPartProps {
  readonly visits: readonly ExtraVisitRow[]
  /** Assessments of the record and of the site, by slug and name. */
  readonly assessments: readonly (readonly [id: string, name: string])[]
  readonly doses: number
  readonly newId: () => string
  readonly onChange: (visits: ExtraVisitRow[]) => void
  readonly tell: Tell
}

/** Visits that the record does not have. */
export function ExtraVisitsPart({ visits, newId, onChange, tell, ...rest }: ExtraVisitsPartProps) {
  const { t } = useTranslation('conduct')
  const add = () =>
    onChange([
      ...visits,
      { id: newId(), title: '', anchor: '', day: '', before: '', after: '', assessments: [] },
    ])
  return (
    <Part title={t('extra.title')} hint={t('extra.hint')}>
      <div>
        {visits.map((visit, index) => (
          <ExtraVisit
            key={visit.id}
            visit={visit}
            number={index + 1}
            onChange={next => onChange(visits.map(old => (old.id === visit.id ? next : old)))}
            onRemove={() => onChange(visits.filter(({ id }) => id !== visit.id))}
            tell={field => tell(`extraVisits.${visit.id}.${field}`)}
            {...rest}
          />
        ))}
      </div>
      <AddRow onAdd={add}>{t('extra.add')}</AddRow>
    </Part>
  )
}

interface ExtraVisitProps extends Pick<ExtraVisitsPartProps, 'assessments' | 'doses' | 'tell'> {
  readonly visit: ExtraVisitRow
  readonly number: number
  readonly onChange: (visit: ExtraVisitRow) => void
  readonly onRemove: () => void
}

function ExtraVisit({ visit, number, assessments, doses, onChange, onRemove, tell }: ExtraVisitProps) {
  const { t } = useTranslation('conduct')
  const set = (part: Partial<ExtraVisitRow>) => onChange({ ...visit, ...part })
  return (
    <fieldset className={classes['extra']} aria-label={t('extra.label', { number })}>
      <Stack gap={8}>
        <div className={classes['row']}>
          <TextInput
            label={t('extra.name')}
            value={visit.title}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
            error={tell('title')}
            maxLength={500}
            w={300}
            required
            autoFocus={visit.title === ''}
          />
          <AnchorField
            label={t('extra.anchor')}
            none={t('anchor.none')}
            value={visit.anchor}
            doses={doses}
            onChange={anchor => set({ anchor })}
            error={tell('anchor')}
          />
          {(['day', 'before', 'after'] as const).map(field => (
            <div key={field} className={classes['number']}>
              <ShortField
                label={t(`extra.${field}`)}
                value={visit[field]}
                onChange={value => set({ [field]: value })}
                error={tell(field)}
              />
            </div>
          ))}
        </div>
        <Checkbox.Group
          label={t('extra.assessments')}
          value={[...visit.assessments]}
          onChange={chosen =>
            set({ assessments: assessments.map(([id]) => id).filter(id => chosen.includes(id)) })
          }
        >
          <Group gap="6px 16px" mt={4}>
            {assessments.map(([id, name]) => (
              <Checkbox key={id} value={id} label={name} size="xs" />
            ))}
          </Group>
        </Checkbox.Group>
      </Stack>
      <RemoveRow label={t('extra.remove', { number })} onRemove={onRemove} />
    </fieldset>
  )
}

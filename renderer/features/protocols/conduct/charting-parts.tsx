import { useTranslation } from 'react-i18next'
import type { ChartingDraft } from './charting-draft.ts'
import classes from './conduct.module.css'
import { Choice, ShortField, Source, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'

/** What every part of the form works with. */
export interface ChartingPartProps {
  readonly draft: ChartingDraft
  readonly onChange: (part: Partial<ChartingDraft>) => void
  readonly tell: Tell
}

const GRADES = ['grade_1', 'grade_2', 'grade_3'] as const

/** Points for ascites, the coagulation test, and the limits: what the sources of Child-Pugh disagree about. */
export function ChildPughPart({ draft, onChange, tell }: ChartingPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <Part title={t('childPugh.title')}>
      <Source>{t('childPugh.source')}</Source>
      <div className={classes['fields']}>
        <div className={classes['row']} style={{ gap: '12px 48px' }}>
          {GRADES.map(grade => (
            <Choice
              key={grade}
              label={t(`childPugh.${grade}`)}
              value={draft[grade]}
              onChange={points => onChange({ [grade]: points } as Partial<ChartingDraft>)}
              options={[
                ['2', t('childPugh.points', { points: 2 })],
                ['3', t('childPugh.points', { points: 3 })],
              ]}
              error={tell(grade)}
            />
          ))}
        </div>
        <Source>{t('childPugh.ascitesSource')}</Source>
        <Choice
          label={t('childPugh.coagulation')}
          value={draft.coagulation}
          onChange={coagulation => onChange({ coagulation } as Partial<ChartingDraft>)}
          options={[
            ['inr', t('childPugh.inr')],
            ['pt', t('childPugh.pt')],
          ]}
          error={tell('coagulation')}
        />
        <Choice
          label={t('childPugh.bands')}
          value={draft.bands}
          onChange={bands => onChange({ bands } as Partial<ChartingDraft>)}
          options={[
            ['mg_dl', t('childPugh.mgDl')],
            ['si', t('childPugh.si')],
          ]}
          error={tell('bands')}
        />
        <Source>{t('childPugh.bandsSource')}</Source>
      </div>
    </Part>
  )
}

export function InputDaysPart({ draft, onChange, tell }: ChartingPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <Part title={t('inputDays.title')}>
      <Source>{t('inputDays.source')}</Source>
      <ShortField
        label={t('inputDays.label')}
        value={draft.inputDays}
        onChange={inputDays => onChange({ inputDays })}
        error={tell('inputDays')}
      />
    </Part>
  )
}

export function BaselinePart({ draft, onChange, tell }: ChartingPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <Part title={t('baseline.title')}>
      <Source>{t('baseline.source')}</Source>
      <div className={classes['row']}>
        <Choice
          label={t('baseline.rule')}
          value={draft.baselineRule}
          onChange={baselineRule => onChange({ baselineRule } as Partial<ChartingDraft>)}
          options={[
            ['mean', t('baseline.mean')],
            ['last', t('baseline.last')],
          ]}
          error={tell('baselineRule')}
        />
        <ShortField
          label={t('baseline.withinDays')}
          hint={t('baseline.withinDaysHint')}
          value={draft.baselineDays}
          onChange={baselineDays => onChange({ baselineDays })}
          error={tell('baselineDays')}
        />
      </div>
    </Part>
  )
}

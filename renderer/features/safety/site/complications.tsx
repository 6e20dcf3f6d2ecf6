import { useTranslation } from 'react-i18next'
import type { SafetyOverview } from '#shared/core/adverse-events/overview.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { capital } from '../../chart/fact-words.ts'
import classes from './counts.module.css'
import { ScrolledTable } from './scrolled-table.tsx'

interface ComplicationsProps {
  readonly overview: SafetyOverview
}

/** How often each complication of decompensated cirrhosis came: by event, by episode and by patient. */
export function Complications({ overview: { complications, sameEpisodeDays, dosed } }: ComplicationsProps) {
  const { t } = useTranslation('safetySite')
  const textOf = useCoreText()
  const hint =
    sameEpisodeDays === null ? t('complications.noRule') : t('complications.rule', { count: sameEpisodeDays })
  return (
    <ScrolledTable title={t('complications.title')} hint={hint}>
      <thead>
        <tr>
          <th scope="col">{t('complications.complication')}</th>
          <th scope="col">{t('complications.outcome')}</th>
          {(['events', 'episodes', 'patients'] as const).map(name => (
            <th scope="col" key={name} className={classes['number']}>
              {t(`complications.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {complications.map(({ complication, isOutcome, events, episodes, patients }) => (
          <tr key={complication}>
            <th scope="row">{capital(textOf(valueName(complication)))}</th>
            <td>{isOutcome ? t('complications.isOutcome') : t('complications.beside')}</td>
            <td className={classes['number']} data-zero={events === 0 || undefined}>
              {events}
            </td>
            <td className={classes['number']} data-zero={!episodes || undefined}>
              {episodes ?? '–'}
            </td>
            <td className={classes['number']} data-zero={patients === 0 || undefined}>
              {dosed === 0 ? patients : t('complications.of', { patients, dosed })}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  )
}

import { useTranslation } from 'react-i18next'
import type { CopySummary } from '#shared/api/exports.ts'
import type { Loss } from '#shared/api/restoring.ts'
import { countText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './restore.module.css'

interface TwoStatesProps {
  readonly copy: CopySummary
  readonly loss: Loss
  readonly replaces: boolean
}

/** The backup beside the store that it would replace: as of when, and how far each trail goes. */
export function TwoStates({ copy, loss, replaces }: TwoStatesProps) {
  const { t } = useTranslation(['restore', 'common'])
  const language = useLanguage()
  const entries = entriesOfStore(copy, loss)
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('restore:plan.compare.asOf')}</th>
          <th scope="col" data-number>
            {t('restore:plan.compare.entries')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <strong>{t('restore:plan.compare.backup')}</strong>
          </th>
          <td className={classes['made']}>{timeText(copy.madeAt, language)}</td>
          <td data-number>{countText(copy.trail.entries, language)}</td>
        </tr>
        {replaces && (
          <tr>
            <th scope="row">
              <strong>{t('restore:plan.compare.store')}</strong>
            </th>
            <td>{t('restore:plan.compare.now')}</td>
            <td data-number>{entries === null ? t('common:unknown') : countText(entries, language)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Known for sure only where the store of now was opened and is what the backup became. */
function entriesOfStore({ trail }: CopySummary, loss: Loss): number | null {
  if (!loss.known) return null
  return trail.entries - loss.ahead + loss.entries
}

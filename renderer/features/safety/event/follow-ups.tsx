import { useTranslation } from 'react-i18next'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './event-page.module.css'

/** What was learned of an event after it was first charted. */
export function FollowUps({
  content: { followUps = [] },
}: {
  readonly content: FactContentOf<'adverse_event'>
}) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  if (followUps.length === 0) return null
  return (
    <section aria-label={t('part.followUps')}>
      <h3>{t('part.followUps')}</h3>
      <ol className={classes['followUps']}>
        {followUps.map(({ on, text }) => (
          <li key={`${on} ${text}`}>
            <time>{timeText(on, language)}</time> {text}
          </li>
        ))}
      </ol>
    </section>
  )
}

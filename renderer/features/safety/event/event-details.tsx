import { useTranslation } from 'react-i18next'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { Facts } from '../../../components/facts.tsx'
import { attributeRows, useSpeech, whenText } from '../../chart/fact-words.ts'
import classes from './event-page.module.css'

/** What has a place of its own on the page. */
const ELSEWHERE = new Set(['grades', 'followUps', 'answers'])

/** Everything that is charted of an event, as it was said. */
export function EventDetails({ content }: { readonly content: FactContentOf<'adverse_event'> }) {
  const { t } = useTranslation('safety')
  const speech = useSpeech()
  const rows = attributeRows(content, speech).filter(({ attribute }) => !ELSEWHERE.has(attribute))
  return (
    <section className={classes['details']} aria-label={t('event.charted')}>
      <h3>{t('event.charted')}</h3>
      <Facts
        rows={[
          [t('event.time'), whenText(content, speech)] as const,
          ...rows.map(({ name, value }) => [name, value] as const),
        ]}
      />
    </section>
  )
}

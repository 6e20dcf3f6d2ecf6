import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'

/** Causality is judged on the page of its event, beside what it is judged by: this leads there. */
export function JudgeCausality({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const events = facts.flatMap(({ id, content }) =>
    content.kind === 'adverse_event' ? [{ id, content }] : [],
  )
  return (
    <Stack gap="xs">
      <Text size="sm">{events.length === 0 ? t('judge.noEvent') : t('judge.where')}</Text>
      {events.map(({ id, content: { term, from } }) => (
        <LinkAnchor
          key={id}
          to="/candidates/$patientId/safety/$factId"
          params={{ patientId, factId: id }}
          size="sm"
        >
          {term} · {from === undefined ? t('list.noOnset') : timeText(from, language)}
        </LinkAnchor>
      ))}
    </Stack>
  )
}

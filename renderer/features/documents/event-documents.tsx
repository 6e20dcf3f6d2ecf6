import { Group } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'

/** Leads to the documents that are made of one adverse event: the report of a serious one, and the summary of any. */
export function EventDocuments({ listed: { event, content } }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('documents')
  const mayExport = useRight('documents.export')
  if (!mayExport) return null
  const kinds = isSerious(content) ? (['sae_report', 'case_summary'] as const) : (['case_summary'] as const)
  return (
    <Group gap="xs">
      {kinds.map(kind => (
        <LinkButton
          key={kind}
          size="xs"
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden="true" />}
          to="/documents/new"
          search={{ kind, event }}
        >
          {t(`kind.${kind}`)}
        </LinkButton>
      ))}
    </Group>
  )
}

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportSummary } from '#shared/api/imports.ts'
import { Notice } from '../../components/notice.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { CountList } from './count-list.tsx'
import { ImportedFiles } from './imported-files.tsx'
import { SaveMapping } from './mapping/save-mapping.tsx'
import type { NewImportState } from './use-new-import.ts'

interface DoneStepProps {
  readonly made: ImportSummary
  readonly state: NewImportState
}

/** What an import brought, and what is left to do by hand. */
export function DoneStep({ made, state }: DoneStepProps) {
  const { t } = useTranslation('imports')
  const { counts, files } = made
  return (
    <Stack gap="lg" maw={760}>
      <Notice kind="good" role="status" title={t('done.title')}>
        <CountList counts={counts} />
      </Notice>
      {counts.refused > 0 && <Notice kind="bad">{t('done.refusedHint', { count: counts.refused })}</Notice>}
      <section>
        <Title order={2} size="h3" mb={6}>
          {t('done.files')}
        </Title>
        <ImportedFiles files={files} />
      </section>
      <Text size="sm" c="dimmed">
        {t('done.undoHint')}
      </Text>
      <Group gap="sm">
        <LinkButton to="/imports">{t('done.toList')}</LinkButton>
        {state.draft && state.hasTables && <SaveMapping state={state} draft={state.draft} />}
        <Button variant="default" onClick={state.restart}>
          {t('done.another')}
        </Button>
      </Group>
    </Stack>
  )
}

import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { useApi } from '../../api/api.tsx'
import { useRead } from '../../api/hooks.ts'
import { useJob } from '../../api/use-job.ts'
import { Failure } from '../../components/failure.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { focusFirstInvalid } from '../candidates/first-invalid.ts'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ExportPreview } from './export-preview.tsx'
import classes from './exports.module.css'
import { NewExportFields } from './new-export-fields.tsx'
import { sendByKey } from './send-by-key.ts'
import { requestOf, startOf } from './typed-export.ts'

/** A new export: chosen on the left, what it will hold on the right, then prepared. */
export function NewExport() {
  const { t } = useTranslation(['exports', 'common'])
  const mayExport = useRight('data.export')
  const { isOn } = usePrivacy()
  const search = useSearch({ from: '/exports/new' })
  const { data, error, refetch } = useRead('exports', 'list', {}, { enabled: mayExport })
  if (!mayExport) return <NotForRole />
  if (isOn) return <Notice kind="info">{t('exports:hidden')}</Notice>
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  // Another address asks for another export.
  return <Making key={JSON.stringify(search)} before={data.find(({ id }) => id === search.again)} />
}

function Making({ before }: { readonly before: ExportSummary | undefined }) {
  const { t } = useTranslation('exports')
  const search = useSearch({ from: '/exports/new' })
  const language = useLanguage()
  const [typed, setTyped] = useState(() => startOf(search, before, language))
  const [isTried, setTried] = useState(false)
  const { state, prepare, cancel } = usePrepare()
  const request = requestOf(typed)
  const isRunning = state.state === 'running'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    const why = typed.why.trim()
    if (request && why !== '' && !isRunning) void prepare({ request, why, language: typed.language })
  }
  return (
    <div className={classes['making']}>
      <header className={classes['title']}>
        <LinkAnchor to="/exports" size="sm">
          {t('make.back')}
        </LinkAnchor>
        <Title order={1} size="h2">
          {t('make.title')}
        </Title>
      </header>
      <form onSubmit={submit} onKeyDown={sendByKey} noValidate>
        <Stack gap="md">
          {/* What is being prepared is not changed meanwhile. */}
          <fieldset className={classes['fields']} disabled={isRunning}>
            <NewExportFields typed={typed} isTried={isTried} onChange={setTyped} />
          </fieldset>
          <JobProgress state={state} label={t('make.progress')} onCancel={cancel} />
          <Group gap="md" wrap="nowrap">
            <Button type="submit" loading={isRunning} flex="none">
              {t('make.prepare')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('make.prepareHint')}
            </Text>
          </Group>
        </Stack>
      </form>
      <ExportPreview request={request} />
    </div>
  )
}

type Preparing = Omit<Parameters<ReturnType<typeof useApi>['exports']['prepare']>[0], 'job'>

/** Prepares an export as long work, then shows it. */
function usePrepare() {
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const job = useJob()
  const prepare = async (input: Preparing) => {
    const made = await job.run(id => api.exports.prepare({ ...input, job: id }))
    if (made === undefined) return
    await queries.invalidateQueries()
    await navigate({ to: '/exports/$exportId', params: { exportId: made.id } })
  }
  return { state: job.state, prepare, cancel: () => void job.cancel() }
}

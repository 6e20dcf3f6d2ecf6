import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, Drill } from '#shared/api/backups.ts'
import { useApi } from '../../api/api.tsx'
import { useJob } from '../../api/use-job.ts'
import { Facts } from '../../components/facts.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { waitOf } from '../../components/password/refused-secret.ts'
import { SecretField } from '../../components/password/secret-field.tsx'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useOpener } from '../../components/use-opener.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { DrillResult } from './drill-result.tsx'

interface DrillDialogProps {
  readonly backup: Backup
  readonly onClose: () => void
}

/** A restore in practice: to a scratch folder, with the own password, compared, and its result read on the spot. */
export function DrillDialog({ backup, onClose }: DrillDialogProps) {
  const { t } = useTranslation(['backups', 'common'])
  const [drill, setDrill] = useState<Drill>()
  useOpener()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backups:drill.title')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {drill ? (
        <Stack gap="md">
          <DrillResult drill={drill} />
          <Button onClick={onClose} style={{ alignSelf: 'flex-end' }} data-autofocus>
            {t('common:close')}
          </Button>
        </Stack>
      ) : (
        <DrillForm backup={backup} onDone={setDrill} onClose={onClose} />
      )}
    </Modal>
  )
}

interface DrillFormProps extends DrillDialogProps {
  readonly onDone: (drill: Drill) => void
}

function DrillForm({ backup, onDone, onClose }: DrillFormProps) {
  const { t } = useTranslation(['backups', 'common', 'session'])
  const language = useLanguage()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const { job, run, left } = useDrill(backup)
  const isRunning = job.state.state === 'running'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password === '' || isRunning || left > 0) return
    void run(password).then(drill => (drill ? onDone(drill) : setPassword('')))
  }
  const isRefused = job.state.state === 'failed' && waitOf(job.state.error) !== undefined
  const field = useRef<HTMLInputElement>(null)
  // It was disabled meanwhile, which takes the keyboard away.
  useEffect(() => {
    if (isRefused) field.current?.focus()
  }, [isRefused])
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('backups:drill.hint')}</Text>
        <Facts
          rows={[
            [t('backups:drill.of'), backup.fileName],
            [t('backups:history.made'), timeText(backup.madeAt, language)],
          ]}
        />
        <SecretField
          ref={field}
          label={t('backups:drill.password')}
          description={t('backups:drill.passwordHint')}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          disabled={isRunning}
          data-autofocus
          error={isTried && password === '' && !isRefused && t('backups:drill.passwordMissing')}
        />
        {isRefused && job.state.state === 'failed' ? (
          <Refusal error={job.state.error} left={left} wrong={t('backups:drill.wrong')} />
        ) : (
          <JobProgress
            state={job.state}
            inPercent
            label={t('backups:drill.progress')}
            onCancel={() => void job.cancel()}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isRunning} disabled={left > 0}>
            {left > 0 ? t('session:unlock.waiting', { count: left }) : t('backups:drill.run')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The password is in the call alone: not in a mutation, which would keep it for minutes. */
function useDrill({ id }: Backup) {
  const api = useApi()
  const queries = useQueryClient()
  const job = useJob()
  const { left, start } = useCountdown()
  const run = (password: string) =>
    job.run(async name => {
      try {
        return await api.backups.drill({ job: name, id, password })
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        throw error
      } finally {
        void queries.invalidateQueries()
      }
    })
  return { job, run, left }
}

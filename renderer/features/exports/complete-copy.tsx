import { Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDatabaseExport } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Notice } from '../../components/notice.tsx'
import { focusFirstInvalid } from '../candidates/first-invalid.ts'
import { sendByKey } from './send-by-key.ts'
import { TakingProgress } from './taking-progress.tsx'
import { useTaking } from './use-taking.ts'
import { WhyField } from './why-field.tsx'

/** Leads to the complete copy of the site, which the principal investigator alone takes. */
export function CompleteCopy() {
  const { t } = useTranslation(['exports', 'common'])
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDatabaseExport size={17} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={open}
      >
        {t('exports:copy.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('exports:copy.title')}
        size="lg"
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <CopyForm onClose={close} />
      </Modal>
    </>
  )
}

function CopyForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['exports', 'common'])
  const api = useApi()
  const job = useJob()
  const { taking, take } = useTaking()
  const [why, setWhy] = useState('')
  const [isTried, setTried] = useState(false)
  const isRunning = job.state.state === 'running' || taking.state === 'running'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (why.trim() === '' || isRunning) return
    void take(() => job.run(id => api.exports.takeCopy({ job: id, why: why.trim() })))
  }
  if (taking.state === 'saved')
    return (
      <Stack gap="md">
        <TakingProgress taking={taking} />
        <Button onClick={onClose} style={{ alignSelf: 'flex-end' }} data-autofocus>
          {t('common:close')}
        </Button>
      </Stack>
    )
  return (
    <form onSubmit={submit} onKeyDown={sendByKey} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('exports:copy.hint')}</Text>
        <Notice kind="bad">{t('exports:copy.secret')}</Notice>
        <WhyField
          label={t('exports:copy.why')}
          hint={t('exports:copy.whyHint')}
          value={why}
          onChange={setWhy}
          isTried={isTried}
        />
        {job.state.state === 'idle' ? (
          <TakingProgress taking={taking} />
        ) : (
          <JobProgress
            state={job.state}
            inPercent
            label={t('exports:copy.progress')}
            onCancel={() => void job.cancel()}
          />
        )}
        <Button type="submit" loading={isRunning} style={{ alignSelf: 'flex-end' }}>
          {t('exports:copy.take')}
        </Button>
      </Stack>
    </form>
  )
}

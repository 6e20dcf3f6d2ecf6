import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../components/job-progress.tsx'
import { countText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import foot from '../new-import.module.css'
import type { Checked } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import { CheckedRows } from './checked-rows.tsx'
import { Correct } from './correct.tsx'
import { Doubts } from './doubts.tsx'
import { TakeOver } from './take-over.tsx'
import { TakenBefore } from './taken-before.tsx'
import { Unknown } from './unknown.tsx'
import { useAnswers } from './use-answers.ts'
import type { Correcting } from './use-take.ts'

/** The dry run: what would become of every row, and what somebody has to say about some of them. */
export function CheckStep({ state }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const { checked, job } = state
  if (checked === undefined)
    return (
      <Stack gap="md">
        <JobProgress state={job.state} label={t('check.running')} onCancel={() => void job.cancel()} />
        {job.state.state !== 'running' && (
          <div className={foot['foot']}>
            <Button onClick={() => void state.check()}>{t('check.again')}</Button>
            <Back state={state} />
          </div>
        )}
      </Stack>
    )
  return <Shown key={checked.check} state={state} checked={checked} />
}

interface ShownProps {
  readonly state: NewImportState
  readonly checked: Checked
}

function Shown({ state, checked }: ShownProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const answers = useAnswers(checked)
  const [correcting, setCorrecting] = useState<Correcting>({ choice: null, reason: '' })
  const [isTried, setTried] = useState(false)
  const { new: added, changed, same, refused, ignored } = checked.counts
  const rows = added + changed + same + refused + ignored
  const files = state.uploads.map(({ name }) => name)
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{t('check.title')}</Title>
        <Text size="sm" c="dimmed" role="status">
          {t('check.summary', {
            rows: countText(rows, language),
            patients: countText(checked.patients, language),
          })}
        </Text>
      </div>
      <TakenBefore checked={checked} files={files} />
      <Unknown checked={checked} />
      {checked.counts.doubtful > 0 && <Doubts {...{ answers, files, isTried }} />}
      {changed > 0 && (
        <Correct count={changed} value={correcting} onChange={setCorrecting} isTried={isTried} />
      )}
      <CheckedRows checked={checked} files={files} />
      <TakeOver
        {...{ state, checked, answers, correcting, isTried }}
        onTry={() => setTried(true)}
        back={<Back state={state} />}
      />
    </Stack>
  )
}

function Back({ state }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  return (
    <Group gap="xs">
      {state.hasTables && (
        <Button variant="default" onClick={() => state.go('mapping')}>
          {t('check.backToMapping')}
        </Button>
      )}
      <Button variant="default" onClick={() => state.go('files')}>
        {t('check.backToFiles')}
      </Button>
    </Group>
  )
}

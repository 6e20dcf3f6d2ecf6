import { Group, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { CheckStep } from './check/check-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FilesStep } from './files-step.tsx'
import { ImportSteps } from './import-steps.tsx'
import classes from './imports.module.css'
import { MappingStep } from './mapping/mapping-step.tsx'
import { useNewImport } from './use-new-import.ts'

/** From files to charts: what they are, what their columns mean, what would become of each row, and then the taking. */
export function NewImport() {
  const { t } = useTranslation('imports')
  const mayWrite = useRight('facts.write')
  if (!mayWrite) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={1}>{t('newTitle')}</Title>
        <LinkAnchor to="/imports" size="sm">
          {t('allImports')}
        </LinkAnchor>
      </Group>
      <Steps />
    </div>
  )
}

/** What was begun stays while the patient can see the screen; it is not shown. */
function Steps() {
  const { t } = useTranslation('imports')
  const { isOn } = usePrivacy()
  const state = useNewImport()
  const { step, made } = state
  if (isOn)
    return (
      <Stack maw={640}>
        <Notice kind="info">{t('hidden')}</Notice>
      </Stack>
    )
  return (
    <>
      <ImportSteps current={step} hasMapping={state.hasTables || state.files.length === 0} />
      {step === 'files' && <FilesStep state={state} />}
      {step === 'mapping' && <MappingStep state={state} />}
      {step === 'check' && <CheckStep state={state} />}
      {step === 'done' && made && <DoneStep made={made} state={state} />}
    </>
  )
}

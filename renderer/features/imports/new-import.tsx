import { Anchor, Group, Stack, Title } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { CheckStep } from './check/check-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FilesStep } from './files-step.tsx'
import { useBegunImport } from './import-provider.tsx'
import { ImportSteps } from './import-steps.tsx'
import { MappingStep } from './mapping/mapping-step.tsx'
import classes from './new-import.module.css'
import type { Step } from './types.ts'
import { useOpened } from './use-new-import.ts'

/** From files to charts: what they are, what their columns mean, what would become of each row, and then the taking. */
export function NewImport() {
  const { t } = useTranslation('imports')
  const mayWrite = useRight('facts.write')
  if (!mayWrite) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={1}>{t('newTitle')}</Title>
        <Group gap="lg" align="baseline">
          <Discard />
          <LinkAnchor to="/imports" size="sm">
            {t('allImports')}
          </LinkAnchor>
        </Group>
      </Group>
      <Steps />
    </div>
  )
}

/** Lets go of the files that were chosen; what was said of their columns is there again for the same columns. */
function Discard() {
  const { t } = useTranslation('imports')
  const { files, step, job, restart } = useBegunImport()
  if (files.length === 0 || step === 'done' || job.state.state === 'running') return null
  return (
    <Anchor component="button" type="button" size="sm" onClick={restart}>
      {t('discard')}
    </Anchor>
  )
}

/** What was begun stays while the patient can see the screen; it is not shown. */
function Steps() {
  const { t } = useTranslation('imports')
  const { isOn } = usePrivacy()
  const state = useBegunImport()
  useOpened(state)
  const { step, made } = state
  const section = useTopOfStep(step)
  if (isOn)
    return (
      <Stack maw={640}>
        <Notice kind="info">{t('hidden')}</Notice>
      </Stack>
    )
  return (
    <>
      <ImportSteps current={step} hasMapping={state.hasTables || state.files.length === 0} />
      <section ref={section} className={classes['step']} tabIndex={-1} aria-label={t(`step.${step}`)}>
        {step === 'files' && <FilesStep state={state} />}
        {step === 'mapping' && <MappingStep state={state} />}
        {step === 'check' && <CheckStep state={state} />}
        {step === 'done' && made && <DoneStep made={made} state={state} />}
      </section>
    </>
  )
}

/** Another step begins at its top, for the eye and for the keyboard. */
function useTopOfStep(step: Step) {
  const section = useRef<HTMLElement>(null)
  const before = useRef(step)
  useLayoutEffect(() => {
    if (before.current === step || section.current === null) return
    before.current = step
    section.current.focus({ preventScroll: true })
    const main = section.current.closest('main')
    if (main) main.scrollTop = 0
  }, [step])
  return section
}

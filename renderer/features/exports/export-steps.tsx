import { Button, Text } from '@mantine/core'
import { IconCircle, IconCircleCheck, IconDownload, IconSignature } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { useApi } from '../../api/api.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { usePeople } from '../chart/use-people.ts'
import classes from './exports.module.css'
import { TakingProgress } from './taking-progress.tsx'
import { useTaking } from './use-taking.ts'

interface StepsProps {
  readonly made: ExportSummary
}

/** Prepared, signed, taken: what is done, and what can be done next. */
export function ExportSteps({ made }: StepsProps) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const personOf = usePeople()
  const mayExport = useRight('data.export')
  const { id, enteredAt, author, atHand } = made
  return (
    <>
      <ol className={classes['steps']} aria-label={t('page.steps')}>
        <Step
          isDone
          title={t('page.prepared')}
          hint={t('page.preparedBy', { who: personOf(author), at: instantText(enteredAt, language) })}
        />
        <SignStep made={made} />
        <TakeStep made={made} />
      </ol>
      {mayExport && !atHand && (
        <Notice kind="info" title={t('page.gone')}>
          <Text size="sm">{t('page.goneHint')}</Text>
          <LinkButton to="/exports/new" search={{ again: id }} size="xs" variant="default" mt="xs">
            {t('page.again')}
          </LinkButton>
        </Notice>
      )}
      {!mayExport && (
        <Text size="sm" c="dimmed" mb="md">
          {t('page.onlyInvestigators')}
        </Text>
      )}
    </>
  )
}

interface StepProps {
  readonly isDone: boolean
  readonly title: string
  readonly hint: string
  /** What can be done now. */
  readonly children?: ReactNode
  /** What came of it. */
  readonly outcome?: ReactNode
}

function Step({ isDone, title, hint, children, outcome }: StepProps) {
  const { t } = useTranslation('exports')
  const Icon = isDone ? IconCircleCheck : IconCircle
  return (
    <li className={classes['step']} data-done={isDone || undefined}>
      <Icon size={19} role="img" aria-label={t(isDone ? 'page.done' : 'page.open')} />
      <div>
        <strong>{title}</strong>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      <div className={classes['actions']}>{children}</div>
      {outcome !== undefined && <div className={classes['outcome']}>{outcome}</div>}
    </li>
  )
}

function SignStep({ made: { manifest, signed, atHand } }: StepsProps) {
  const { t } = useTranslation('exports')
  const maySign = useRight('data.export')
  return (
    <Step isDone={signed} title={t('page.sign')} hint={t('page.signHint')}>
      <LinkAnchor to="/documents/$documentId" params={{ documentId: manifest }} size="sm" py={5}>
        {t('page.openManifest')}
      </LinkAnchor>
      {maySign && !signed && atHand && (
        <LinkButton
          to="/documents/$documentId/sign"
          params={{ documentId: manifest }}
          size="xs"
          leftSection={<IconSignature size={16} aria-hidden="true" />}
        >
          {t('page.signNow')}
        </LinkButton>
      )}
    </Step>
  )
}

function TakeStep({ made: { id, signed, atHand, taken } }: StepsProps) {
  const { t } = useTranslation('exports')
  const api = useApi()
  const mayTake = useRight('data.export')
  const { taking, take } = useTaking()
  const isTaken = taken.length > 0
  return (
    <Step
      isDone={isTaken}
      title={t('page.take')}
      hint={signed ? t('page.takeHint') : t('page.takeAfter')}
      outcome={<TakingProgress taking={taking} />}
    >
      {mayTake && signed && atHand && (
        <Button
          size="xs"
          variant={isTaken ? 'default' : 'filled'}
          loading={taking.state === 'running'}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => void take(() => api.exports.take({ id }))}
        >
          {t(isTaken ? 'page.takeAgain' : 'page.takeNow')}
        </Button>
      )}
    </Step>
  )
}

import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { VerdictStatus } from '../../components/status.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { Plans } from '../signatures/enrolment/plans.tsx'
import { SignOff } from '../signatures/sign-off.tsx'
import { Conflicts } from './conflicts.tsx'
import { EligibleDays } from './eligible-days.tsx'
import { FindOutFirst } from './find-out-first.tsx'
import { NotPublished } from './not-published.tsx'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'

/** One protocol's answer: which version of which rules, the verdict, on which days, and what to find out. */
export function ProtocolAnswer({ screening }: { readonly screening: Screening }) {
  const textOf = useCoreText()
  const { changes, patientId } = useScreeningTools()
  const { protocol, verdict, projected, statement } = screening
  const isChanged = changes.some(change => change.protocol === protocol.id && change.verdict)
  return (
    <section className={classes['answer']} aria-label={protocol.id}>
      <header className={classes['answerHead']}>
        <Title order={2} size="h3">
          <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: protocol.id }} inherit c="inherit">
            {protocol.id}
          </LinkAnchor>
        </Title>
        <Versions screening={screening} />
      </header>
      <Conflicts conflicts={screening.conflicts} />
      <div className={classes['verdict']} data-changed={isChanged || undefined}>
        <VerdictStatus verdict={verdict} projected={projected} size="lg" />
        <EligibleDays screening={screening} />
      </div>
      <NotPublished screening={screening} />
      <Text size="sm" c="dimmed" className={classes['sentence'] ?? ''}>
        {textOf(statement)}
      </Text>
      <FindOutFirst screening={screening} />
      <SignOff patientId={patientId} protocolId={protocol.id} />
      <Plans patientId={patientId} protocolId={protocol.id} />
    </section>
  )
}

function Versions({ screening: { protocol } }: { readonly screening: Screening }) {
  const { t } = useTranslation('screening')
  const { detailsOf } = useScreeningTools()
  const site = protocol.siteCriteria
  const at = detailsOf(protocol.id)?.definition.site.split(',')[0]
  return (
    <Text size="xs" c="dimmed" component="div" className={classes['versions'] ?? ''}>
      <span>{t('version', { version: protocol.version })}</span>
      {at && <span className={classes['site']}>{at}</span>}
      {site && (
        <span>{t('siteCriteria', { version: site.version, protocolVersion: site.protocolVersion })}</span>
      )}
      {site?.training && <TrainingMark />}
    </Text>
  )
}

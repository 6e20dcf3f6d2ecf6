import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { SignedStep } from '#shared/api/enrolment.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Api } from '../../../api/api.tsx'
import { useRead } from '../../../api/hooks.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { dateText, instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePeople } from '../../chart/use-people.ts'
import classes from '../sign-off.module.css'
import { Deviations } from './deviations.tsx'
import { PlanDialog } from './plan-dialog.tsx'

type Plan = Awaited<ReturnType<Api['enrolment']['plans']>>[number]

interface PlansProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

/** When enrolment and the first dose are planned, whether that still stands, and what happened against the protocol. */
export function Plans({ patientId, protocolId }: PlansProps) {
  const { t } = useTranslation('signatures')
  const mayPlan = useRight('enrolment.plan')
  const [isOpen, { open, close }] = useDisclosure(false)
  const { data: plans = [] } = useRead('enrolment', 'plans', { patientId })
  const latest = SignedStep.options.flatMap(step => latestOf(plans, protocolId, step) ?? [])
  return (
    <section className={classes['signOff']} aria-label={t('plan.label', { protocol: protocolId })}>
      <div className={classes['line']}>
        {latest.length === 0 ? (
          <span className={classes['dim']}>{t('plan.none')}</span>
        ) : (
          <ul className={classes['steps']}>
            {latest.map(plan => (
              <PlanLine key={plan.step} plan={plan} />
            ))}
          </ul>
        )}
        {mayPlan && (
          <Button size="xs" variant="default" onClick={open} aria-haspopup="dialog">
            {t('plan.open')}
          </Button>
        )}
      </div>
      <Deviations patientId={patientId} protocolId={protocolId} />
      {isOpen && <PlanDialog patientId={patientId} protocolId={protocolId} onClose={close} />}
    </section>
  )
}

function PlanLine({ plan: { step, on, signature, stands, author, enteredAt } }: { readonly plan: Plan }) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const personOf = usePeople()
  return (
    <li>
      <span className={classes['stepName']}>{t(`plan.step.${step}`)}</span>
      <strong>{dateText(on, language)}</strong>
      {!stands && <span className={classes['void']}>{t('plan.void')}</span>}
      <span className={classes['dim']}>
        {t('plan.by', { by: personOf(author), at: instantText(enteredAt, language) })}
      </span>
      {signature !== null && (
        <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: signature }} size="sm">
          {t('plan.restsOn')}
        </LinkAnchor>
      )}
    </li>
  )
}

function latestOf(plans: readonly Plan[], protocolId: ProtocolId, step: SignedStep): Plan | undefined {
  return plans
    .filter(one => one.protocolId === protocolId && one.step === step)
    .toSorted((a, b) => Date.parse(a.enteredAt) - Date.parse(b.enteredAt))
    .at(-1)
}

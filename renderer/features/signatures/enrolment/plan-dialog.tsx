import 'dayjs/locale/zh-cn'
import { List, SegmentedControl, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignedStep } from '#shared/api/enrolment.ts'
import { gateReasons } from '#shared/api/error-words.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { readDate } from '../../../components/read-date.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { FormDialog } from '../../settings/form-dialog.tsx'
import { SignedBy } from '../signed-by.tsx'

interface PlanDialogProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
  readonly onClose: () => void
}

/** Plans a step for a day, where consent and a signature allow it; else says what is missing. */
export function PlanDialog({ patientId, protocolId, onClose }: PlanDialogProps) {
  const { t } = useTranslation('signatures')
  const [step, setStep] = useState<SignedStep>('enrolment')
  const [on, setOn] = useState<CivilDate>()
  const [isTried, setTried] = useState(false)
  const place = { patientId, protocolId, step }
  const { data: gate } = useRead('enrolment', 'gate', { ...place, ...(on && { on }) })
  const plan = useWrite('enrolment', 'plan')
  const submit = () => {
    setTried(true)
    if (on !== undefined && gate?.open) plan.mutate({ ...place, on }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('plan.title', { protocol: protocolId })}
      action={t('plan.save')}
      isDirty={on !== undefined}
      isSaving={plan.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('plan.stepLabel')}
        data={SignedStep.options.map(value => ({ value, label: t(`plan.step.${value}`) }))}
        value={step}
        onChange={value => setStep(SignedStep.parse(value))}
      />
      <DayField on={on} onChange={setOn} isMissing={isTried && on === undefined} />
      <div aria-live="polite">
        {gate && <Gate gate={gate} patientId={patientId} hasDay={on !== undefined} />}
      </div>
      {plan.error && <Failure error={plan.error} />}
    </FormDialog>
  )
}

interface DayFieldProps {
  readonly on: CivilDate | undefined
  readonly onChange: (on: CivilDate | undefined) => void
  readonly isMissing: boolean
}

/** The day of a plan, typed or chosen. */
export function DayField({ on, onChange, isMissing }: DayFieldProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  return (
    <DateInput
      label={t('plan.day')}
      value={on ?? null}
      onChange={typed => onChange(CivilDate.safeParse(typed).data)}
      dateParser={text => readDate(text) ?? null}
      valueFormat={day => dateText(day, language)}
      locale={language === 'en' ? 'en' : 'zh-cn'}
      firstDayOfWeek={1}
      clearable
      required
      w={220}
      error={isMissing && t('plan.dayMissing')}
    />
  )
}

interface GateProps {
  readonly gate: {
    readonly open: boolean
    readonly reasons: readonly (keyof typeof gateReasons)[]
    readonly signature: string | null
  }
  readonly patientId: PatientId
  readonly hasDay: boolean
}

/** Whether the step may be planned, and what is missing where not. */
export function Gate({ gate, patientId, hasDay }: GateProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { data } = useRead('signatures', 'list', { patientId })
  const signature = data?.find(({ id }) => id === gate.signature)
  if (!gate.open)
    return (
      <Notice kind="bad" title={t('plan.closed')}>
        <List size="sm">
          {gate.reasons.map(reason => (
            <List.Item key={reason}>{gateReasons[reason][language]}</List.Item>
          ))}
        </List>
        <Text size="sm" mt={4}>
          {t('plan.closedHint')}
        </Text>
      </Notice>
    )
  if (!hasDay || signature === undefined) return null
  return (
    <Notice kind="good" title={t('plan.isOpen')}>
      <SignedBy signature={signature} />
    </Notice>
  )
}

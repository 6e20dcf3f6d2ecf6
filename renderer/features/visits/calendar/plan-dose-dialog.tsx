import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { FormDialog } from '../../settings/form-dialog.tsx'
import { DayField, Gate } from '../../signatures/enrolment/plan-dialog.tsx'

interface PlanDoseDialogProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
  /** Of the dose, from 2 on; the first is planned with the enrolment. */
  readonly number: number
  readonly onClose: () => void
}

/** Plans a later dose for a day, where the site's checklist allows it; else says what is missing. */
export function PlanDoseDialog({ patientId, protocolId, number, onClose }: PlanDoseDialogProps) {
  const { t } = useTranslation(['visits', 'signatures'])
  const [on, setOn] = useState<CivilDate>()
  const [isTried, setTried] = useState(false)
  const place = { patientId, protocolId, step: 'later_dose' as const, number }
  const { data: gate } = useRead('enrolment', 'gate', { ...place, ...(on && { on }) })
  const plan = useWrite('enrolment', 'plan')
  const submit = () => {
    setTried(true)
    if (on !== undefined && gate?.open) plan.mutate({ ...place, on }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('visits:plan.title', { number, protocol: protocolId })}
      action={t('signatures:plan.save')}
      isDirty={on !== undefined}
      isSaving={plan.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField on={on} onChange={setOn} isMissing={isTried && on === undefined} />
      <div aria-live="polite">
        {gate && <Gate gate={gate} patientId={patientId} hasDay={on !== undefined} />}
        {gate?.open && on !== undefined && <Notice kind="good">{t('visits:plan.isOpen')}</Notice>}
      </div>
      {plan.error && <Failure error={plan.error} />}
    </FormDialog>
  )
}

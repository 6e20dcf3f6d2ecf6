import { AssessmentFields } from './assessment-fields.tsx'
import { EventFields } from './event-fields.tsx'
import { addsFollowUp } from './follow-up.ts'
import { EventFollowUp, PregnancyFollowUp } from './follow-up-fields.tsx'
import { PregnancyFields } from './pregnancy-fields.tsx'
import { ReportFields } from './report-fields.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'
import type { SafetyKind } from './safety-values.ts'
import { UnblindingFields } from './unblinding-fields.tsx'

interface SafetyFieldsProps extends SafetyFormProps {
  readonly kind: SafetyKind
}

/** The fields of each kind of fact about safety. A causality judgement is made beside its event, not here. */
export function SafetyFields({ kind, ...props }: SafetyFieldsProps) {
  const isFollowUp = addsFollowUp(props.state.values)
  switch (kind) {
    case 'adverse_event':
      return isFollowUp ? <EventFollowUp {...props} /> : <EventFields {...props} />
    case 'pregnancy':
      return isFollowUp ? <PregnancyFollowUp {...props} /> : <PregnancyFields {...props} />
    case 'result_assessment':
      return <AssessmentFields {...props} />
    case 'safety_report':
      return <ReportFields {...props} />
    case 'unblinding':
      return <UnblindingFields {...props} />
    case 'causality':
      return null
  }
}

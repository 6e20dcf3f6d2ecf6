import {
  IconBan,
  IconCalendarCheck,
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarOff,
  IconCalendarQuestion,
  IconCalendarX,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconClockExclamation,
  IconHourglass,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AssessmentState, VisitState } from '#shared/core/schedule/calendar.ts'
import { Status, type StatusLook } from '../../components/status.tsx'

const ofVisit: Readonly<Record<VisitState, StatusLook>> = {
  undated: { kind: 'over', icon: IconCalendarQuestion },
  planned: { kind: 'over', icon: IconCalendarEvent },
  due: { kind: 'judge', icon: IconCalendarDue },
  overdue: { kind: 'open', icon: IconClockExclamation },
  missed: { kind: 'bad', icon: IconCalendarX },
  done: { kind: 'good', icon: IconCalendarCheck },
  not_expected: { kind: 'over', icon: IconCalendarOff },
}

/** Where a visit stands. */
export function VisitStatus({ state }: { readonly state: VisitState }) {
  const { t } = useTranslation('visits')
  return <Status {...ofVisit[state]} word={t(`state.${state}`)} />
}

const ofAssessment: Readonly<Record<AssessmentState, StatusLook>> = {
  planned: { kind: 'over', icon: IconCircleDashed },
  entered: { kind: 'good', icon: IconCircleCheck },
  partly: { kind: 'open', icon: IconCircleHalf2 },
  awaited: { kind: 'judge', icon: IconHourglass },
  missing: { kind: 'bad', icon: IconCircleX },
  not_done: { kind: 'over', icon: IconBan },
}

/** Where an item of a visit stands. */
export function AssessmentStatus({ state }: { readonly state: AssessmentState }) {
  const { t } = useTranslation('visits')
  return <Status {...ofAssessment[state]} word={t(`assessment.${state}`)} plain />
}

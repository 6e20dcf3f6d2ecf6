import { useTranslation } from 'react-i18next'
import type { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import type { Api } from '../../../api/api.tsx'
import { useWrite } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import type { ProtocolDetails } from '../protocol-details.ts'
import { ApprovedPart } from './approved-part.tsx'
import { ShortField, useTell } from './conduct-fields.tsx'
import { ConductForm } from './conduct-form.tsx'
import { ChecklistPart, DosesPart } from './doses-part.tsx'
import { ExtraVisitsPart } from './extra-visits-part.tsx'
import { Part } from './part.tsx'
import { scheduleOf, scheduleProblems } from './schedule-content.ts'
import { nextId, ScheduleDraft, scheduleDraftOf } from './schedule-draft.ts'
import { TextRows } from './text-rows.tsx'
import { useConductForm } from './use-conduct-form.ts'
import { WindowsPart } from './windows-part.tsx'

type ScheduleVersion = NonNullable<Awaited<ReturnType<Api['conduct']['get']>>['schedule']>

interface ScheduleFormProps {
  readonly details: ProtocolDetails
  readonly saved: ScheduleVersion | null
  readonly history: readonly ScheduleVersion[]
}

/** What the site's approved protocol says about visits and doses, where the registry record does not. */
export function ScheduleForm({ details, saved, history }: ScheduleFormProps) {
  const { t } = useTranslation('conduct')
  const { draft, change, isTried, frame } = useConductForm({
    ...{ protocol: details.definition.id, saved, name: 'schedule' },
    ...{ schema: ScheduleDraft, draftOf: scheduleDraftOf, contentOf: scheduleOf },
    enter: useWrite('conduct', 'enterSchedule'),
  })
  return (
    <ConductForm label={t('schedule.label')} {...frame}>
      <ScheduleParts {...{ details, draft, history }} onChange={change} isTried={isTried} />
    </ConductForm>
  )
}

interface ScheduleFieldsProps {
  readonly details: ProtocolDetails
  readonly draft: ScheduleDraft
  readonly history: readonly ScheduleVersion[]
  readonly onChange: (part: Partial<ScheduleDraft>) => void
  readonly isTried: boolean
}

function ScheduleParts({ details, draft, history, onChange, isTried }: ScheduleFieldsProps) {
  const { t } = useTranslation('conduct')
  const textOf = useCoreText()
  const { visits, assessments, arms } = details.definition
  const tell = useTell(scheduleProblems(draft), isTried)
  const doses = Math.max(Number(draft.count) || 0, ...arms.map(arm => arm.doses ?? 0), 1)
  const newId = (prefix: string) =>
    nextId(prefix, [...idsIn(draft), ...history.flatMap(({ content }) => idsOfContent(content))])
  const all = [
    ...assessments.map(({ id, title }) => [id, textOf(title)] as const),
    ...draft.assessments.filter(({ text }) => text.trim() !== '').map(({ id, text }) => [id, text] as const),
  ]
  return (
    <>
      <ApprovedPart draft={draft} onChange={onChange} tell={tell} />
      <WindowsPart
        {...{ visits, doses, tell }}
        windows={draft.windows}
        onChange={windows => onChange({ windows })}
      />
      <ExtraVisitsPart
        {...{ doses, tell, assessments: all }}
        visits={draft.extraVisits}
        newId={() => newId('visit')}
        onChange={extraVisits => onChange({ extraVisits })}
      />
      <Part title={t('own.title')} hint={t('own.hint')}>
        <TextRows
          label={t('own.item')}
          addLabel={t('own.add')}
          rows={draft.assessments}
          newRow={() => ({ id: newId('own'), text: '' })}
          onChange={own => onChange({ assessments: own, extraVisits: withoutGone(draft, own) })}
          tell={id => tell(`assessments.${id}`)}
        />
      </Part>
      <DosesPart {...{ draft, onChange, tell }} />
      <ChecklistPart {...{ draft, newId, onChange, tell }} />
      <Part title={t('late.title')} hint={t('late.hint')}>
        <ShortField
          label={t('late.days')}
          value={draft.lateEntryDays}
          onChange={lateEntryDays => onChange({ lateEntryDays })}
          error={tell('lateEntryDays')}
        />
      </Part>
    </>
  )
}

/** An assessment that is not there any more is not asked for at a visit. */
function withoutGone({ assessments, extraVisits }: ScheduleDraft, kept: ScheduleDraft['assessments']) {
  const gone = assessments.map(({ id }) => id).filter(id => !kept.some(one => one.id === id))
  return extraVisits.map(visit => ({
    ...visit,
    assessments: visit.assessments.filter(id => !gone.includes(id)),
  }))
}

function idsIn({ extraVisits, assessments, checklist, stoppingRules }: ScheduleDraft): string[] {
  return [...extraVisits, ...assessments, ...checklist, ...stoppingRules].map(({ id }) => id)
}

function idsOfContent({ extraVisits, assessments, doses }: SiteSchedule): string[] {
  return [...extraVisits, ...assessments, ...doses.checklist, ...doses.stoppingRules].map(({ id }) => id)
}

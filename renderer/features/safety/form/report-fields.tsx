import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { safety } from '#shared/core/facts/safety.ts'
import { FactId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Notice } from '../../../components/notice.tsx'
import { readEventTime } from '../../../components/read-date.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useSession } from '../../../session/session.tsx'
import { ChoiceField, LongTextField, PlainField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { minuteIn } from './aware-fields.tsx'
import { EventChoice } from './event-choice.tsx'
import classes from './safety-form.module.css'
import type { SafetyFormProps } from './safety-form-props.ts'
import { SentFileField } from './sent-file-field.tsx'

const { to, stage } = safety.safety_report.shape

/** That an event was reported: to whom, at which stage, how and when, and exactly which file. */
export function ReportFields({ state, patientId, factId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { field, errorAt } = state
  return (
    <>
      {factId === undefined && <EventChoice state={state} patientId={patientId} required />}
      <FieldPlace name="to" error={errorAt('to')}>
        <ChoiceField label={t('report.to')} required options={to.options} autoFocus {...field('to')} />
      </FieldPlace>
      <FieldPlace name="stage" error={errorAt('stage')}>
        <ChoiceField label={t('report.stage')} required options={stage.options} {...field('stage')} />
      </FieldPlace>
      <FieldPlace name="recipient" error={errorAt('recipient')}>
        <PlainField
          label={t('report.recipient')}
          hint={t('report.recipientHint')}
          required
          {...field('recipient')}
        />
      </FieldPlace>
      <FieldPlace name="how" error={errorAt('how')}>
        <PlainField label={t('report.how')} hint={t('report.howHint')} required {...field('how')} />
      </FieldPlace>
      <SentAt state={state} />
      <LateReason state={state} />
      <SentFileField state={state} patientId={patientId} />
      <FieldPlace name="receivedAt" error={errorAt('receivedAt')}>
        <TimeField
          label={t('report.receivedAt')}
          description={t('report.receivedHint')}
          withClock
          {...field('receivedAt')}
        />
      </FieldPlace>
    </>
  )
}

function SentAt({ state: { set, field, errorAt } }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const { site } = useSession()
  return (
    <FieldPlace name="on" error={errorAt('on')}>
      <div className={classes['with-button']}>
        <TimeField
          label={t('report.on')}
          description={t('form.awareHint')}
          required
          withClock
          {...field('on')}
        />
        <Button variant="default" mt={23} onClick={() => set({ on: minuteIn(site.timeZone) })}>
          {t('form.now')}
        </Button>
      </div>
    </FieldPlace>
  )
}

/** Asked where the deadline had passed, as the clock of the event has it; the engine says so too. */
function LateReason({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { field, errorAt, values } = state
  const dueAt = useDeadline(state)
  const isAsked = dueAt !== undefined || (values['lateReason'] ?? '') !== ''
  if (!isAsked && errorAt('lateReason') === undefined) return null
  return (
    <FieldPlace name="lateReason" error={errorAt('lateReason')}>
      {dueAt !== undefined && (
        <Notice kind="bad">{t('report.late', { due: timeText(dueAt, language) })}</Notice>
      )}
      <LongTextField label={t('report.lateReason')} required {...field('lateReason')} />
      <Text size="xs" c="dimmed" />
    </FieldPlace>
  )
}

/** The deadline that a first report to this recipient misses; undefined where it misses none. */
function useDeadline({ values }: FormState): string | undefined {
  const { site } = useSession()
  const event = FactId.safeParse(values['event']).data
  const { data } = useRead(
    'adverseEvents',
    'get',
    { event: event as FactId },
    { enabled: event !== undefined },
  )
  const sent = readEventTime(values['on'] ?? '', site.timeZone)
  const clock = data?.listed.clocks.find(({ kind }) => kind === values['to'])
  if (clock === undefined || clock.dueAt === null || sent === undefined || sent.length <= 10) return undefined
  if (values['stage'] !== 'initial' || clock.state === 'met' || clock.state === 'met_late') return undefined
  const elapsed = Date.parse(sent) + clock.addedSeconds * 1000
  return elapsed > Date.parse(clock.dueAt) ? clock.dueAt : undefined
}

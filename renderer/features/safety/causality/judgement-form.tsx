import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import { Shortcut } from '../../../shell/shortcut.tsx'
import { LongTextField, PlainField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { useSiteSafety } from '../form/use-site-safety.ts'
import classes from './causality.module.css'
import { DisagreementList } from './disagreements.tsx'
import { DoseLimitingField } from './dose-limiting-field.tsx'
import type { EventDetail } from './event-detail.ts'
import type { Judgement } from './judgement-values.ts'
import { NaranjoFields } from './naranjo-fields.tsx'
import { Part } from './part.tsx'
import { RelationFields } from './relation-fields.tsx'
import { asksRucam, RucamFields } from './rucam-fields.tsx'
import { useJudgementForm } from './use-judgement-form.ts'
import type { TypedJudgement } from './use-typed-judgement.ts'
import { WhoUmcFields } from './who-umc-fields.tsx'

interface JudgementFormProps {
  readonly detail: EventDetail
  readonly typed: TypedJudgement
  readonly isChanged: boolean
  readonly onType: (typed: TypedJudgement) => void
  /** A change of what is charted: asks for the reason. */
  readonly isCorrection: boolean
  readonly onCancel: () => void
  readonly onSave: (content: Judgement) => Promise<void>
}

/** Everything that is asked of the investigator about the causes of an event. Nothing is answered beforehand. */
export function JudgementForm(props: JudgementFormProps) {
  const { detail, typed, isChanged, onType, isCorrection, onCancel, onSave } = props
  const { listed } = detail
  const site = useSiteSafety(listed.patientId)
  const isExplained = !isCorrection || typed.reason.trim() !== ''
  const { form, state, submit, isSaving, failure, content } = useJudgementForm({
    ...{ event: listed.event, values: typed.values, isExplained, onSave },
    onType: values => onType({ ...typed, values }),
  })
  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      <RelationFields state={state} />
      <WhoUmcFields state={state} />
      <Ground state={state} now={detail.now} />
      <DoseLimitingField state={state} defined={site?.doseLimiting} />
      <NaranjoFields state={state} context={detail.context} />
      {asksRucam(listed, typed.values) && <RucamFields state={state} context={detail.context} />}
      {content && <DisagreementList judgement={content} related={site?.relatedCategories ?? []} />}
      {isCorrection && (
        <Reason
          value={typed.reason}
          onChange={reason => onType({ ...typed, reason })}
          isMissing={state.isSubmitted && isChanged && typed.reason.trim() === ''}
        />
      )}
      {failure && <Notice kind="bad" role="alert" title={failure} />}
      <Actions {...{ isCorrection, isChanged, isSaving, onCancel }} />
    </form>
  )
}

interface GroundProps {
  readonly state: FormState
  /** By the engine's clock; asked again on a new day. */
  readonly now: EventDetail['now']
}

function Ground({ state, now }: GroundProps) {
  const { t } = useTranslation('causality')
  return (
    <Part title={t('form.ground')} hint={t('form.groundHint')}>
      <FieldPlace name="ground" error={state.errorAt('ground')}>
        <LongTextField label={t('form.groundLabel')} required {...state.field('ground')} />
      </FieldPlace>
      <FieldPlace name="on" error={state.errorAt('on')}>
        <div className={classes['beside']}>
          <TimeField label={t('form.on')} required withClock {...state.field('on')} />
          <Button variant="default" onClick={() => state.set({ on: now.slice(0, 10) })}>
            {t('form.today')}
          </Button>
        </div>
      </FieldPlace>
    </Part>
  )
}

interface ReasonProps {
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly isMissing: boolean
}

function Reason({ value, onChange, isMissing }: ReasonProps) {
  const { t } = useTranslation(['common', 'chart'])
  return (
    <PlainField
      label={t('common:reason')}
      hint={t('common:reasonHint')}
      required
      {...{ value, onChange }}
      error={isMissing ? t('chart:problem.reason') : undefined}
    />
  )
}

interface ActionsProps extends Pick<JudgementFormProps, 'isCorrection' | 'isChanged' | 'onCancel'> {
  readonly isSaving: boolean
}

function Actions({ isCorrection, isChanged, isSaving, onCancel }: ActionsProps) {
  const { t } = useTranslation(['causality', 'common', 'chart'])
  return (
    <div className={classes['actions']}>
      <Button
        type="submit"
        loading={isSaving}
        disabled={isCorrection && !isChanged}
        rightSection={<Shortcut keys="mod+Enter" />}
      >
        {isCorrection ? t('chart:form.saveCorrection') : t('causality:form.save')}
      </Button>
      {isChanged && (
        <Button variant="default" onClick={onCancel}>
          {isCorrection ? t('common:cancel') : t('causality:form.clear')}
        </Button>
      )}
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useWrite } from '../../../api/hooks.ts'
import { useSession } from '../../../session/session.tsx'
import { useSavedNotice } from '../../chart/use-saved-notice.tsx'
import classes from './causality.module.css'
import type { EventDetail, StandingJudgement } from './event-detail.ts'
import { JudgementDraftOffer } from './judgement-draft-offer.tsx'
import { JudgementForm } from './judgement-form.tsx'
import { type Judgement, valuesOfJudgement } from './judgement-values.ts'
import { SignatureOf } from './signature-of.tsx'
import { useTypedJudgement } from './use-typed-judgement.ts'

interface JudgementPanelProps {
  readonly patientId: PatientId
  readonly detail: EventDetail
  /** What this user judged before; undefined for a first judgement. */
  readonly own: StandingJudgement | undefined
}

/** The investigator's own judgement: given, or changed with a reason; then signed. */
export function JudgementPanel({ patientId, detail, own }: JudgementPanelProps) {
  const { t } = useTranslation('causality')
  const { user, site } = useSession()
  const { event } = detail.listed
  const initial = useMemo(
    () => ({ values: own ? valuesOfJudgement(own.content, site.timeZone) : {}, reason: '' }),
    [own, site.timeZone],
  )
  const { typed, isChanged, setTyped, offered, take, discard, finish } = useTypedJudgement({
    ...{ patientId, event, initial },
  })
  const save = useSaveJudgement(patientId, own)
  const section = useRef<HTMLElement>(null)
  return (
    <section ref={section} className={classes['own']} aria-label={t('own')}>
      {own && <SignatureOf {...{ patientId, event }} author={user.id} />}
      {offered && (
        <JudgementDraftOffer
          {...{ patientId, event }}
          draft={offered}
          onTake={take}
          onDiscard={() => void discard()}
        />
      )}
      <JudgementForm
        {...{ detail, typed, isChanged }}
        onType={setTyped}
        isCorrection={own !== undefined}
        onCancel={() => {
          setTyped(initial)
          void finish()
        }}
        onSave={async content => {
          await save(content, typed.reason.trim())
          await finish()
          // Up to whether it is signed, and the way to sign it.
          section.current?.scrollIntoView({ block: 'start' })
        }}
      />
    </section>
  )
}

/** Records a first judgement, or a new version of the own one with its reason. */
function useSaveJudgement(patientId: PatientId, own: StandingJudgement | undefined) {
  const queries = useQueryClient()
  const record = useWrite('facts', 'record')
  const correct = useWrite('facts', 'correct')
  const tell = useSavedNotice()
  return async (content: Judgement, reason: string) => {
    if (own === undefined) {
      tell(await record.mutateAsync({ patientId, facts: [{ content }] }))
      return
    }
    try {
      await correct.mutateAsync({ factId: own.fact, expectedVersion: own.version, content, reason })
    } catch (error) {
      if (error instanceof AppError && error.payload.code === 'stale_version')
        await queries.invalidateQueries()
      throw error
    }
  }
}

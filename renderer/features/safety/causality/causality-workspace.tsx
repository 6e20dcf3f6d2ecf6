import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRight, useSession } from '../../../session/session.tsx'
import classes from './causality.module.css'
import { ContextAside } from './context/context-aside.tsx'
import type { EventDetail } from './event-detail.ts'
import { JudgementPanel } from './judgement-panel.tsx'
import { OthersJudgements } from './others-judgements.tsx'

export interface CausalityWorkspaceProps {
  readonly patientId: PatientId
  /** What `adverseEvents.get` answers. */
  readonly detail: EventDetail
}

/** Where causality is judged: the form, and beside it what the record holds around onset. */
export function CausalityWorkspace({ patientId, detail }: CausalityWorkspaceProps) {
  const { t } = useTranslation('causality')
  const place = useLedHere()
  const { user } = useSession()
  const mayJudge = useRight('judgements.write')
  const own = detail.judgements.find(({ author }) => author === user.id)
  const others = detail.judgements.filter(({ author }) => author !== user.id)
  return (
    <section id="causality" ref={place} className={classes['workspace']} aria-label={t('label')}>
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <h2 className={classes['title']}>{t('title')}</h2>
          {others.length > 0 && <OthersJudgements {...{ patientId, others }} event={detail.listed.event} />}
          {mayJudge && <JudgementPanel {...{ patientId, detail, own }} />}
          {!mayJudge && others.length === 0 && <p className={classes['none']}>{t('notJudged')}</p>}
          {!mayJudge && <p className={classes['none']}>{t('notForRole')}</p>}
        </div>
        <ContextAside {...{ patientId, detail }} />
      </div>
    </section>
  )
}

/** Whoever comes to judge is led past what is charted of the event: it is there only once it has been read. */
function useLedHere(): RefObject<HTMLElement | null> {
  const hash = useLocation({ select: location => location.hash })
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (hash === 'causality') place.current?.scrollIntoView({ block: 'start' })
  }, [hash])
  return place
}

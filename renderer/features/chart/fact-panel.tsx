import { ActionIcon, CloseButton, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { factNames } from '#shared/core/names.ts'
import { assertNever } from '#shared/core/text.ts'
import { useRead } from '../../api/hooks.ts'
import { AmendCandidate } from '../candidates/amend-candidate.tsx'
import { FOLLOW_UPS } from '../safety/form/follow-up.ts'
import { JudgeCausality } from '../safety/form/judge-causality.tsx'
import { ChooseKind, ChooseStatement } from './choose-kind.tsx'
import { EnterFact } from './enter-fact.tsx'
import classes from './fact-panel.module.css'
import { FactView } from './fact-view.tsx'
import { capital, factLine, factTitle, useSpeech } from './fact-words.ts'
import type { PanelRequest } from './panel-request.ts'

interface FactPanelProps {
  readonly patientId: PatientId
  readonly request: PanelRequest
  readonly onOpen: (request: PanelRequest) => void
  /** After a save: to another request, unless somebody opened one meanwhile. */
  readonly onTurn: (request: PanelRequest) => void
  readonly onClose: () => void
}

/** What stands beside a candidate: the choice of what to enter, a form, or a fact in full. */
export function FactPanel({ patientId, request, onOpen, onTurn, onClose }: FactPanelProps) {
  const { t, language } = useSpeech()
  switch (request.open) {
    case 'choose': {
      const { about } = request
      return (
        <Frame title={about ? capital(factNames[about][language]) : t('panel.choose')} onClose={onClose}>
          {about ? (
            <ChooseStatement about={about} onOpen={onOpen} />
          ) : (
            <ChooseKind patientId={patientId} onOpen={onOpen} />
          )}
        </Frame>
      )
    }
    case 'enter':
      return (
        <Frame
          title={factTitle(request.kind, language)}
          onClose={onClose}
          onBack={() => onOpen({ open: 'choose' })}
        >
          {request.kind === 'causality' ? (
            <JudgeCausality patientId={patientId} />
          ) : (
            <EnterFact key={JSON.stringify(request)} {...{ patientId, request, onOpen, onClose }} />
          )}
        </Frame>
      )
    case 'fact':
      return (
        <FactFrame {...{ patientId, request, onOpen, onClose }}>
          <FactView key={request.factId} {...{ patientId, request, onOpen, onTurn, onClose }} />
        </FactFrame>
      )
    case 'candidate':
      return (
        <Frame title={t('panel.candidate')} onClose={onClose}>
          <AmendCandidate patientId={patientId} onClose={onClose} />
        </Frame>
      )
    default:
      return assertNever(request, 'panel')
  }
}

interface FactFrameProps extends Omit<FactPanelProps, 'request' | 'onTurn'> {
  readonly request: Extract<PanelRequest, { open: 'fact' }>
  readonly children: ReactNode
}

function FactFrame({ patientId, request, onOpen, onClose, children }: FactFrameProps) {
  const speech = useSpeech()
  const { data = [] } = useRead('facts', 'list', { patientId })
  const fact = data.find(({ id }) => id === request.factId)
  const title = fact ? factLine(fact.content, speech).title : speech.t('panel.fact')
  const { factId } = request
  const isFollowUp = request.correct === FOLLOW_UPS
  const isCorrecting = request.correct !== undefined && fact !== undefined
  return (
    <Frame
      title={
        isCorrecting ? speech.t(isFollowUp ? 'panel.followUp' : 'panel.correct', { what: title }) : title
      }
      onClose={onClose}
      {...(isCorrecting ? { onBack: () => onOpen({ open: 'fact', factId }) } : {})}
    >
      {children}
    </Frame>
  )
}

interface FrameProps {
  readonly title: string
  readonly onClose: () => void
  readonly onBack?: () => void
  readonly children: ReactNode
}

function Frame({ title, onClose, onBack, children }: FrameProps) {
  const { t } = useTranslation(['chart', 'common'])
  return (
    <>
      <header className={classes['header']}>
        {onBack && (
          <ActionIcon variant="subtle" aria-label={t('common:back')} onClick={onBack}>
            <IconArrowLeft size={18} aria-hidden="true" />
          </ActionIcon>
        )}
        <Title order={2} size="h3" className={classes['title'] ?? ''}>
          {title}
        </Title>
        <CloseButton aria-label={t('common:close')} onClick={onClose} />
      </header>
      {children}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { attestationsOf } from '../../chart/attestations.ts'
import { factLine, useSpeech } from '../../chart/fact-words.ts'
import { panelForMissing } from '../../chart/panel-for-missing.ts'
import { PanelLink } from './panel-link.tsx'

interface PlaceProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

interface LinksProps extends PlaceProps {
  /** What would be signed, where it can be composed. */
  readonly subject: Subject | null
}

/** Everything that would settle the verdict, best first: charted or judged at once. */
export function MissingLinks({ patientId, protocolId, subject }: LinksProps) {
  const textOf = useCoreText()
  const day = subject?.kind === 'eligibility' ? { on: subject.on } : {}
  const { data } = useRead('screening', 'patient', { patientId, ...day })
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const missing = data?.screenings.find(({ protocol }) => protocol.id === protocolId)?.missing ?? []
  return missing.map(({ key, ask, text, criteria }) => {
    const panel = panelForMissing(ask, facts)
    if (panel === undefined || 'to' in panel) return <span key={key}>{textOf(text)}</span>
    return (
      <PanelLink key={key} patientId={patientId} panel={panel}>
        {textOf(text)} ({criteria.map(name => name.replace(`${protocolId} `, '')).join(' ')})
      </PanelLink>
    )
  })
}

interface JudgeLinksProps extends PlaceProps {
  /** Of the criteria that rest on somebody else's judgement. */
  readonly labels: readonly string[]
}

/** One's own answer in place of somebody else's. */
export function JudgeLinks({ patientId, protocolId, labels }: JudgeLinksProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  const { data } = useRead('protocols', 'get', { id: protocolId })
  if (data === undefined) return null
  const asked = attestationsOf([...data.definition.criteria, ...(data.criteria?.criteria.criteria ?? [])])
  return asked
    .filter(({ criterion }) => labels.includes(criterion.label))
    .map(({ question, criterion }) => (
      <PanelLink
        key={question}
        patientId={patientId}
        panel={{ open: 'enter', kind: 'judgement', protocol: protocolId, question }}
      >
        {t('blockers.judge', { label: criterion.label, what: textOf(criterion.title) })}
      </PanelLink>
    ))
}

/** Negative findings that are only assumed to hold on the day: to be asked again. */
export function RenewLinks({ patientId, subject }: LinksProps) {
  const { t } = useTranslation('signatures')
  const speech = useSpeech()
  const subjects = subject?.kind === 'eligibility' ? assumed(subject) : []
  if (subjects.length === 0)
    return (
      <PanelLink patientId={patientId} panel={{ open: 'choose' }}>
        {t('blockers.chartToday')}
      </PanelLink>
    )
  return subjects.map(content => (
    <PanelLink
      key={content.about}
      patientId={patientId}
      panel={{ open: 'enter', kind: 'negative_finding', about: content.about }}
    >
      {t('blockers.renew', { what: factLine(content, speech).title })}
    </PanelLink>
  ))
}

function assumed({ screening, facts }: Extract<Subject, { kind: 'eligibility' }>) {
  const used = screening.criteria
    .filter(({ assumesRenewal }) => assumesRenewal)
    .flatMap(({ evidence }) => evidence.map(({ fact }) => fact))
  const found = facts.flatMap(({ id, content }) =>
    used.includes(id) && content.kind === 'negative_finding' ? [content] : [],
  )
  return found.filter(({ about }, index) => found.findIndex(one => one.about === about) === index)
}

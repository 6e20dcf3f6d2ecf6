import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Work } from '#shared/api/signatures.ts'
import { useRead } from '../../../api/hooks.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight, useSession } from '../../../session/session.tsx'
import { SignedBy } from '../signed-by.tsx'
import { useEventTerms } from '../use-event-terms.ts'
import classes from './work.module.css'
import { itemOf } from './work-words.ts'

interface WorkLineProps {
  readonly work: Work
  readonly isChosen: boolean
  /** Takes the line into a sitting; undefined for those who do not sign. */
  readonly onChoose: ((isChosen: boolean) => void) | undefined
}

/** One thing that waits: about whom and which protocol, whose signature, since when, and the way to it. */
export function WorkLine({ work, isChosen, onChoose }: WorkLineProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { screeningNumber, protocolId, since, event } = work
  const termOf = useEventTerms()
  const term = event === null ? null : (termOf(event) ?? null)
  const name = [screeningNumber, protocolId].filter(part => part !== null).join(' · ')
  const mayThis = useMayThis(work) && onChoose !== undefined
  const isSignable = itemOf(work) !== undefined && mayThis
  return (
    <li className={classes['line']}>
      {isSignable && onChoose && (
        <Checkbox
          checked={isChosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          aria-label={t('work.choose', { what: term === null ? name : `${name} · ${term}` })}
        />
      )}
      <strong className={classes['name']}>{name === '' ? t('work.you') : name}</strong>
      <span className={classes['about']}>
        {term !== null && <span className={classes['term']}>{term}</span>}
        <Signature work={work} />
      </span>
      <span className={classes['since']}>
        {since && t('work.since', { date: dateText(since.slice(0, 10), language) })}
      </span>
      <WorkLink work={work} maySign={mayThis} />
    </li>
  )
}

/** Readings are signed, and decisions countersigned, by the principal investigator alone. */
function useMayThis({ kind, patientId }: Work): boolean {
  const { user } = useSession()
  const isPrincipals = kind === 'awaiting_countersignature' || patientId === null
  return !isPrincipals || user.role === 'principal_investigator'
}

function Signature({ work: { signature } }: { readonly work: Work }) {
  const { data } = useRead('signatures', 'list', {}, { enabled: signature !== null })
  const known = data?.find(({ id }) => id === signature)
  return known ? <SignedBy signature={known} /> : null
}

interface WorkLinkProps {
  readonly work: Work
  readonly maySign: boolean
}

function WorkLink({ work, maySign }: WorkLinkProps) {
  const { t } = useTranslation('signatures')
  const { kind, patientId, protocolId, signature, event } = work
  if (kind === 'signing_not_enabled')
    return (
      <LinkAnchor to="/settings/$tab" params={{ tab: 'signing' }} size="sm">
        {t('work.enable')}
      </LinkAnchor>
    )
  if (kind === 'awaiting_countersignature' && signature)
    return (
      <LinkAnchor
        to={maySign ? '/signatures/$signatureId/countersign' : '/signatures/$signatureId'}
        params={{ signatureId: signature }}
        size="sm"
      >
        {maySign ? t('view.countersign') : t('openSignature')}
      </LinkAnchor>
    )
  if (event !== null) return <EventLink work={work} maySign={maySign} />
  if (protocolId === null) return null
  if (patientId === null)
    return (
      <LinkAnchor
        to={maySign ? '/protocols/$protocolId/sign' : '/protocols/$protocolId'}
        params={{ protocolId }}
        size="sm"
      >
        {maySign ? t('signOff.sign') : t('work.open')}
      </LinkAnchor>
    )
  const isFirst = kind === 'ready_to_sign'
  return (
    <LinkAnchor
      to={maySign ? '/candidates/$patientId/sign/$protocolId' : '/candidates/$patientId'}
      params={{ patientId, protocolId }}
      size="sm"
    >
      {maySign ? t(isFirst ? 'signOff.sign' : 'view.signAgain') : t('work.open')}
    </LinkAnchor>
  )
}

/** Where causality is judged, or signed. */
function EventLink({ work: { kind, patientId, event }, maySign }: WorkLinkProps) {
  const { t } = useTranslation('signatures')
  const mayJudge = useRight('judgements.write')
  if (patientId === null || event === null) return null
  const params = { patientId, factId: event }
  if (kind === 'causality_to_judge' || !maySign)
    return (
      <LinkAnchor to="/candidates/$patientId/safety/$factId" params={params} hash="causality" size="sm">
        {kind === 'causality_to_judge' && mayJudge ? t('work.judge') : t('work.open')}
      </LinkAnchor>
    )
  return (
    <LinkAnchor to="/candidates/$patientId/safety/$factId/sign" params={params} size="sm">
      {kind === 'causality_to_sign' ? t('signOff.sign') : t('view.signAgain')}
    </LinkAnchor>
  )
}

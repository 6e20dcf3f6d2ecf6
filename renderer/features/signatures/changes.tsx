import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sex } from '#shared/core/facts/candidate.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { BasisChange, Invalidation } from '#shared/core/signatures/change.ts'
import { assertNever } from '#shared/core/text.ts'
import { useRead } from '../../api/hooks.ts'
import { useCoreText } from '../../components/core-text.ts'
import { VerdictStatus } from '../../components/status.tsx'
import { dateText } from '../../i18n/format.ts'
import { differencesOf } from '../chart/fact-differences.ts'
import { Differences } from '../chart/fact-history.tsx'
import { factLine, useSpeech, whenText } from '../chart/fact-words.ts'
import { readingsIn } from '../protocols/protocol-details.ts'
import classes from './view.module.css'

interface ChangesProps {
  readonly why: Invalidation
  readonly protocolId: ProtocolId | null
}

/** What changed under a signature, each with old and new, and whether the verdict would be another. */
export function Changes({ why, protocolId }: ChangesProps) {
  return (
    <>
      <Flip why={why} />
      <ul className={classes['changes']}>
        {why.changes.map(change => (
          <li key={JSON.stringify(change)}>
            <Change change={change} protocolId={protocolId} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Flip({ why: { verdict } }: { readonly why: Invalidation }) {
  const { t } = useTranslation('signatures')
  if (verdict === null) return null
  if (verdict.was === verdict.now) return <p className={classes['flip']}>{t('changes.sameVerdict')}</p>
  return (
    <p className={classes['flip']}>
      {t('changes.flipped')} <VerdictStatus verdict={verdict.was} />
      <IconArrowRight size={15} aria-label={t('changes.now')} />
      <VerdictStatus verdict={verdict.now} />
    </p>
  )
}

interface ChangeProps {
  readonly change: BasisChange
  readonly protocolId: ProtocolId | null
}

function Change({ change, protocolId }: ChangeProps) {
  const { t } = useTranslation(['signatures', 'candidates', 'screening'])
  const { language } = useSpeech()
  switch (change.item) {
    case 'fact':
      return <FactChange change={change} />
    case 'candidate':
      if (change.field === 'removed') return t('signatures:changes.removed')
      return (
        <Pair
          name={t(`candidates:field.${change.field}`)}
          was={candidateValue(change.field, change.was)}
          now={candidateValue(change.field, change.now)}
        />
      )
    case 'reading':
      return protocolId && <ReadingChange change={change} protocolId={protocolId} />
    case 'criteria':
      return (
        <Pair
          name={t('signatures:record.siteCriteria')}
          was={version(change.was)}
          now={version(change.now)}
        />
      )
    case 'protocol':
      return <Pair name={t('signatures:record.definition')} was={change.was} now={change.now} />
    case 'outcome':
      return (
        <Pair
          name={change.label}
          was={t(`screening:outcome.${change.was}`)}
          now={t(`screening:outcome.${change.now}`)}
        />
      )
    default:
      return assertNever(change, 'change')
  }

  function version(of: number | null): string {
    return of === null ? t('signatures:changes.none') : t('signatures:record.version', { version: of })
  }
  function candidateValue(field: string, value: string | null): string {
    if (value === null) return t('signatures:changes.none')
    if (field !== 'sex') return dateText(value, language)
    return t(`candidates:sexChoice.${Sex.catch('unknown').parse(value)}`)
  }
}

function FactChange({ change }: { readonly change: Extract<BasisChange, { item: 'fact' }> }) {
  const { t } = useTranslation('signatures')
  const speech = useSpeech()
  const { was, now } = change
  const content = was ?? now
  if (content === null) return null
  const line = factLine(content, speech)
  const isSame = was !== null && now !== null
  return (
    <>
      <span className={classes['changeName']}>{line.title}</span>{' '}
      <span className={classes['dim']}>{whenText(content, speech)}</span>{' '}
      {was === null && <b>{t('changes.late')}</b>}
      {now === null && <b>{t('changes.gone')}</b>}
      {isSame ? (
        <Differences differences={differencesOf(was, now, speech)} />
      ) : (
        <div>{line.details.join(' · ')}</div>
      )}
    </>
  )
}

interface ReadingChangeProps {
  readonly change: Extract<BasisChange, { item: 'reading' }>
  readonly protocolId: ProtocolId
}

function ReadingChange({ change, protocolId }: ReadingChangeProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  const { data } = useRead('protocols', 'get', { id: protocolId })
  const reading = data && readingsIn(data).find(({ id }) => id === change.reading)
  const label = (alternative: string | null) => {
    if (alternative === null) return t('record.notChosen')
    const known = reading?.alternatives.find(({ id }) => id === alternative)
    return known ? textOf(known.label) : alternative
  }
  return (
    <Pair
      name={reading ? textOf(reading.question) : change.reading}
      was={label(change.was)}
      now={label(change.now)}
    />
  )
}

interface PairProps {
  readonly name: string
  readonly was: ReactNode
  readonly now: ReactNode
}

function Pair({ name, was, now }: PairProps) {
  const { t } = useTranslation('signatures')
  return (
    <span className={classes['pair']}>
      <span className={classes['changeName']}>{name}</span>
      <del>{was}</del>
      <IconArrowRight size={14} aria-label={t('changes.now')} />
      <ins>{now}</ins>
    </span>
  )
}

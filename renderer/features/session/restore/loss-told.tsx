import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CopySummary } from '#shared/api/exports.ts'
import type { Loss } from '#shared/api/restoring.ts'
import { trailActionNames } from '#shared/core/trail-names.ts'
import { Notice } from '../../../components/notice.tsx'
import { countText, spanText, withOffsetOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'

interface LossToldProps {
  readonly copy: CopySummary
  readonly loss: Loss
}

/** What the store of now has and the backup has not, in words and numbers. */
export function LossTold({ copy, loss }: LossToldProps) {
  return loss.known ? <Known loss={loss} copy={copy} /> : <Unknown loss={loss} copy={copy} />
}

type KnownLoss = Extract<Loss, { known: true }>
type UnknownLoss = Extract<Loss, { known: false }>

function Known({ copy, loss }: { readonly copy: CopySummary; readonly loss: KnownLoss }) {
  const { t } = useTranslation('restore')
  const language = useLanguage()
  const { entries, from, to, actions, isEarlierState, ahead } = loss
  const count = countText(entries, language)
  // As the clock of the site showed it, which the backup knows and the locked store does not tell.
  const there = (at: string) => withOffsetOf(at, copy.madeAt)
  return (
    <Notice
      kind={entries > 0 || !isEarlierState ? 'bad' : 'good'}
      title={entries > 0 ? t('plan.lost', { count: entries, entries: count }) : t('plan.lostNothing')}
    >
      {entries > 0 && from !== null && to !== null && (
        <Text size="sm">{t('plan.lostSpan', { span: spanText(there(from), there(to), language) })}</Text>
      )}
      {actions.length > 0 && <LostActions actions={actions} />}
      {ahead > 0 && (
        <Text size="sm" mt={4}>
          {t('plan.ahead', { count: ahead, entries: countText(ahead, language) })}
        </Text>
      )}
      {!isEarlierState && (
        <Text size="sm" mt={4} fw={600}>
          {t('plan.elsewhere')}
        </Text>
      )}
    </Notice>
  )
}

/** Nobody has to enter again that somebody was there, or that a backup was made: after what was charted. */
const NOT_ENTERED = /^(?:session|security|backup|trail|audit)\./

/** More lines than these hide the rest of the page. */
const MOST = 8

function LostActions({ actions }: Pick<KnownLoss, 'actions'>) {
  const { t } = useTranslation('restore')
  const language = useLanguage()
  const isLast = (action: string) => Number(NOT_ENTERED.test(action))
  const sorted = actions.toSorted((a, b) => isLast(a.action) - isLast(b.action) || b.count - a.count)
  const rest = sorted.length - MOST
  return (
    <List size="sm" spacing={2} mt={4} aria-label={t('plan.lostWhat')}>
      {sorted.slice(0, MOST).map(({ action, count }) => (
        <List.Item key={action}>
          {trailActionNames[action]?.[language] ?? action}
          {language === 'en' ? ': ' : '：'}
          {countText(count, language)}
        </List.Item>
      ))}
      {rest > 0 && <List.Item>{t('plan.lostMore', { count: rest })}</List.Item>}
    </List>
  )
}

function Unknown({
  copy,
  loss: { why, entries },
}: {
  readonly loss: UnknownLoss
  readonly copy: CopySummary
}) {
  const { t } = useTranslation('restore')
  const language = useLanguage()
  if (why === 'no_store') return <Notice kind="info" title={t('plan.why.no_store')} />
  const more = entries === null ? 0 : entries - copy.trail.entries
  const reached = { entries: countText(entries ?? 0, language), more: countText(more, language) }
  return (
    <Notice kind="bad" title={t('plan.lostUnknown')}>
      <Text size="sm">{t(`plan.why.${why}`)}</Text>
      {/* Another store's count says nothing beside this one's. */}
      {entries !== null && why !== 'other_store' && (
        <Text size="sm" mt={4}>
          {more > 0
            ? t('plan.reached', { count: more, ...reached })
            : t('plan.reachedNoFurther', { entries: reached.entries })}
        </Text>
      )}
    </Notice>
  )
}

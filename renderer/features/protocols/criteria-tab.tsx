import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { choicesIn, type ProtocolDetails, readingsIn } from './protocol-details.ts'
import classes from './protocols.module.css'
import { RuleCard } from './rule-card.tsx'

/** Every criterion: the source's words, and the rule in words as this site applies it. */
export function CriteriaTab({ details }: { readonly details: ProtocolDetails }) {
  const { t } = useTranslation('protocols')
  const mayConfigure = useRight('protocols.configure')
  const { definition, criteria } = details
  const isWaiting = definition.eligibilityCriteria === 'not_published' && criteria === null
  const groups: [string, readonly Criterion[]][] = [
    [t('criteria.inclusion'), definition.criteria.filter(({ side }) => side === 'inclusion')],
    [t('criteria.exclusion'), definition.criteria.filter(({ side }) => side === 'exclusion')],
    ...(criteria ? ([[t('criteria.site'), criteria.criteria.criteria]] as [string, Criterion[]][]) : []),
  ]
  return (
    <div className={classes['parts']}>
      {isWaiting && (
        <p className={classes['remark']}>
          {t('criteria.notPublished')}{' '}
          {mayConfigure && (
            <LinkAnchor to="." hash="site-criteria">
              {t('list.enter')}
            </LinkAnchor>
          )}
        </p>
      )}
      <Text size="sm" c="dimmed">
        {t('criteria.hint')}
      </Text>
      {groups
        .filter(([, list]) => list.length > 0)
        .map(([title, list]) => (
          <section key={title}>
            <Title order={2} size="h3" mb={6}>
              {title}
            </Title>
            <ul className={classes['rules']}>
              {list.map(criterion => (
                <li key={criterion.id}>
                  <RuleCard
                    criterion={criterion}
                    readings={readingsIn(details)}
                    chosen={choicesIn(details)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

import { Text, Title } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionResult, Outcome, Screening } from '#shared/core/eligibility/verdict.ts'
import { CriterionLine } from './criterion-line.tsx'
import classes from './screening.module.css'

export type ListOrder = 'open' | 'protocol'

interface CriteriaColumnsProps {
  readonly screenings: readonly Screening[]
  readonly order: ListOrder
}

/** Each protocol's criteria in a list of its own. */
export function CriteriaColumns({ screenings, order }: CriteriaColumnsProps) {
  const { t } = useTranslation('screening')
  return (
    <div className={classes['columns']}>
      {screenings.map(screening => (
        <section
          key={screening.protocol.id}
          aria-label={t('criteriaOf', { protocol: screening.protocol.id })}
        >
          {groupsOf(screening.criteria, order).map(({ name, criteria }) => (
            <Fragment key={name}>
              <Title order={3} size="sm" className={classes['groupTitle'] ?? ''}>
                {t(`group.${name}`, { number: criteria.length })}
              </Title>
              <Lines screening={screening} criteria={criteria} />
            </Fragment>
          ))}
        </section>
      ))}
    </div>
  )
}

interface LinesProps {
  readonly screening: Screening
  readonly criteria: readonly CriterionResult[]
}

function Lines({ screening, criteria }: LinesProps) {
  return (
    <ul className={classes['lines']}>
      {criteria.map(criterion => (
        <CriterionLine key={criterion.id} protocol={screening.protocol.id} criterion={criterion} />
      ))}
    </ul>
  )
}

const rank: Readonly<Record<Outcome, number>> = { violated: 0, unknown: 1, needs_judgement: 2, satisfied: 3 }

interface Group {
  readonly name: 'open' | 'satisfied' | 'inclusion' | 'exclusion'
  readonly criteria: readonly CriterionResult[]
}

function groupsOf(criteria: readonly CriterionResult[], order: ListOrder): Group[] {
  const groups: Group[] =
    order === 'open'
      ? [
          {
            name: 'open',
            criteria: criteria
              .filter(({ outcome }) => outcome !== 'satisfied')
              .toSorted((a, b) => rank[a.outcome] - rank[b.outcome]),
          },
          { name: 'satisfied', criteria: criteria.filter(({ outcome }) => outcome === 'satisfied') },
        ]
      : [
          { name: 'inclusion', criteria: criteria.filter(({ side }) => side === 'inclusion') },
          { name: 'exclusion', criteria: criteria.filter(({ side }) => side === 'exclusion') },
        ]
  return groups.filter(group => group.criteria.length > 0)
}

interface BySubjectProps {
  readonly screenings: readonly Screening[]
  readonly concepts: readonly {
    readonly concept: string
    readonly criteria: readonly (readonly CriterionResult[])[]
  }[]
}

/** Criteria about the same thing side by side; what one protocol does not ask is said as such. */
export function BySubject({ screenings, concepts }: BySubjectProps) {
  const { t } = useTranslation('screening')
  const shared = concepts.filter(({ criteria }) => criteria.every(list => list.length > 0))
  const alone = concepts.filter(concept => !shared.includes(concept))
  return (
    <div>
      {[...shared, ...alone].map(({ concept, criteria }) => (
        <div key={concept} className={`${classes['columns']} ${classes['subject']}`}>
          {screenings.map((screening, index) => {
            const list = criteria[index] ?? []
            if (list.length > 0)
              return <Lines key={screening.protocol.id} screening={screening} criteria={list} />
            return (
              <Text key={screening.protocol.id} size="sm" c="dimmed" className={classes['notAsked'] ?? ''}>
                {t('notAsked', { protocol: screening.protocol.id })}
              </Text>
            )
          })}
        </div>
      ))}
    </div>
  )
}

import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import type { LineAnswer } from './lines.ts'
import classes from './log.module.css'
import type { LogSearch, LogSort } from './log-search.ts'

interface LogHeadProps {
  /** Of any candidate: they tell which protocols there are. */
  readonly answers: readonly LineAnswer[]
  readonly sort: LogSort
  readonly change: (to: Partial<LogSearch>) => void
}

/** The columns' names; those that order the list are buttons. */
export function LogHead({ answers, sort, change }: LogHeadProps) {
  const { t } = useTranslation('candidates')
  const { site } = useSession()
  const mayConfigure = useRight('protocols.configure')
  const ordering = (by: LogSort, word: string, direction: 'ascending' | 'descending') => (
    <th scope="col" aria-sort={sort === by ? direction : 'none'}>
      <UnstyledButton className={classes['order'] ?? ''} onClick={() => change({ sort: by })}>
        {word}
        {sort === by && <IconArrowDown size={14} aria-hidden="true" />}
      </UnstyledButton>
    </th>
  )
  return (
    <thead className={classes['head']}>
      <tr className={classes['row']}>
        {ordering('number', t('column.number'), 'ascending')}
        <th scope="col">{t('column.initials')}</th>
        <th scope="col">{t('column.sex')}</th>
        <th scope="col">{t('column.age')}</th>
        {answers.length === 0 && <th scope="col">{t('column.verdicts')}</th>}
        {answers.map(({ protocol, hasCriteria, training }) => (
          <th scope="col" key={protocol}>
            {protocol}
            {training && hasCriteria && !site.training && <TrainingMark />}
            {!hasCriteria && mayConfigure && (
              <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: protocol }} size="xs">
                {t('answer.enterCriteria')}
              </LinkAnchor>
            )}
          </th>
        ))}
        <th scope="col">{t('column.missing')}</th>
        {ordering('entered', t('column.entered'), 'descending')}
      </tr>
    </thead>
  )
}

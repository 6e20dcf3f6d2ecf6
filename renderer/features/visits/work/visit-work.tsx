import { Loader, SegmentedControl, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#shared/api/visits.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import workClasses from '../../signatures/work/work.module.css'
import { CalendarExport } from '../calendar-export.tsx'
import { groupOf, isOfKind, keyOf, TASK_GROUPS, TASK_KINDS, type TaskKind } from './task-groups.ts'
import { TaskLine } from './task-line.tsx'
import classes from './visit-work.module.css'

/** How many days ahead the list looks. */
export const AHEAD_DAYS = 28

/** What is to be done at visits, over everybody: overdue, today, the next four weeks. */
export function VisitWork() {
  const { t } = useTranslation(['visits', 'common'])
  const { data, error, refetch } = useRead('visits', 'tasks', { days: AHEAD_DAYS })
  return (
    <section aria-labelledby="visit-work" className={classes['work']}>
      <div className={classes['title']}>
        <Title order={2} id="visit-work">
          {t('visits:work.title')} {data && <span className={workClasses['count']}>{data.tasks.length}</span>}
        </Title>
        <div className={classes['ways']}>
          <LinkAnchor to="/deviations" size="sm">
            {t('visits:work.deviations')}
          </LinkAnchor>
          <CalendarExport />
        </div>
      </div>
      {error && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {data && <Tasks tasks={data.tasks} today={data.today} />}
    </section>
  )
}

interface TasksProps {
  readonly tasks: readonly Task[]
  readonly today: string
}

function Tasks({ tasks, today }: TasksProps) {
  const { t } = useTranslation('visits')
  const [protocol, setProtocol] = useState('')
  const [kind, setKind] = useState<TaskKind | ''>('')
  const here = tasks.filter(one => protocol === '' || one.protocol === protocol)
  const shown = here.filter(one => kind === '' || isOfKind(one, kind))
  const protocols = [...new Set(tasks.map(one => one.protocol))].toSorted()
  if (tasks.length === 0) return <Text c="dimmed">{t('work.nothing', { days: AHEAD_DAYS })}</Text>
  return (
    <>
      <div className={classes['filters']}>
        <SegmentedControl
          aria-label={t('filter.protocol')}
          value={protocol}
          onChange={setProtocol}
          data={[
            { value: '', label: t('filter.everyProtocol') },
            ...protocols.map(id => ({ value: id, label: id })),
          ]}
        />
        <SegmentedControl
          aria-label={t('filter.kind')}
          value={kind}
          onChange={value => setKind(TASK_KINDS.find(one => one === value) ?? '')}
          data={[
            { value: '', label: t('filter.all', { count: here.length }) },
            ...TASK_KINDS.map(one => ({
              value: one,
              label: t(`filter.${one}`, { count: here.filter(task => isOfKind(task, one)).length }),
            })),
          ]}
        />
      </div>
      {shown.length === 0 && <Text c="dimmed">{t('work.noneOfThese')}</Text>}
      {TASK_GROUPS.map(group => {
        const lines = shown.filter(task => groupOf(task, today) === group)
        if (lines.length === 0) return null
        return (
          <section key={group} aria-labelledby={`tasks-${group}`}>
            <Title order={3} id={`tasks-${group}`} mb={4}>
              {t(`work.group.${group}`)} <span className={workClasses['count']}>{lines.length}</span>
            </Title>
            <ul className={workClasses['lines']}>
              {lines.map(task => (
                <TaskLine key={keyOf(task)} task={task} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

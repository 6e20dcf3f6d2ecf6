import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SafetyOverview } from '#shared/core/adverse-events/overview.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import counts from './counts.module.css'
import { ScrolledTable } from './scrolled-table.tsx'
import classes from './site.module.css'

interface DoseLimitingBoardProps {
  readonly overview: SafetyOverview
}

const COLUMNS = [
  ...(['treated', 'complete', 'running', 'endedEarly', 'observedDays'] as const),
  ...(['underAssessment', 'doseLimiting', 'patientsWithDoseLimiting'] as const),
] as const

/** How each cohort stands towards dose-limiting toxicity, by the site's own definition; without one it says so. */
export function DoseLimitingBoard({ overview }: DoseLimitingBoardProps) {
  const { t } = useTranslation('safetySite')
  const { doseLimiting, board, protocol } = overview
  if (doseLimiting === null) return <NoDefinition protocol={protocol} />
  const { definition, windowDays, after } = doseLimiting
  return (
    <div>
      <ScrolledTable
        title={t('board.title')}
        hint={t('board.hint', { days: windowDays, after: t(`conduct.${after}`) })}
      >
        <thead>
          <tr>
            <th scope="col">{t('board.cohort')}</th>
            {COLUMNS.map(name => (
              <th scope="col" key={name} className={counts['number']}>
                {t(`board.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.map(line => (
            <tr key={line.cohort ?? ''}>
              <th scope="row">{line.title ?? line.cohort ?? t('board.noCohort')}</th>
              {COLUMNS.map(name => (
                <td key={name} className={counts['number']} data-zero={line[name] === 0 || undefined}>
                  {line[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
      <Text size="sm" mt={6} className={classes['definition'] ?? ''}>
        <span className={classes['dim']}>{t('board.definition')}</span> {definition}
      </Text>
    </div>
  )
}

function NoDefinition({ protocol }: Pick<SafetyOverview, 'protocol'>) {
  const { t } = useTranslation('safetySite')
  return (
    <section aria-labelledby="no-board">
      <Title order={2} size="h3" id="no-board" mb={6}>
        {t('board.title')}
      </Title>
      <Notice kind="info" title={t('board.none')}>
        {t('board.noneHint')}{' '}
        <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: protocol }} hash="safety-watch">
          {t('board.enter')}
        </LinkAnchor>
      </Notice>
    </section>
  )
}

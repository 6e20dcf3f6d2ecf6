import { Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Drill } from '#shared/api/backups.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { Status } from '../../components/status.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import classes from './backups.module.css'
import { CheckTable } from './drill-result.tsx'

/** Every restore that was practised, with who, when and what came of it. */
export function DrillList() {
  const { t } = useTranslation('backups')
  const { data, error, refetch } = useRead('backups', 'drills', {})
  return (
    <section className={classes['part']} aria-labelledby="backups-drills">
      <Title order={2} size="h3" mb={6} id="backups-drills">
        {t('drill.list')}
      </Title>
      {data === undefined && error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text size="sm" maw={720}>
          {t('drill.never')}
        </Text>
      )}
      {data?.map(drill => (
        <DrillLine key={drill.id} drill={drill} />
      ))}
    </section>
  )
}

function DrillLine({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const personOf = usePeople()
  const { enteredAt, author, fileName, passed, checks } = drill
  return (
    <details className={classes['drill']}>
      <summary>
        <span className={classes['nowrap']}>{timeText(enteredAt, language)}</span>
        <Status
          kind={passed ? 'good' : 'bad'}
          icon={passed ? IconCircleCheck : IconCircleX}
          word={t(passed ? 'drill.ok' : 'drill.bad')}
        />
        <span>{personOf(author)}</span>
        <span className={classes['quiet']}>{fileName}</span>
      </summary>
      <CheckTable checks={checks} />
    </details>
  )
}

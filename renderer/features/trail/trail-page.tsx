import { Stack, Title } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ReviewList } from './review-list.tsx'
import classes from './trail.module.css'
import { TrailEntries } from './trail-entries.tsx'
import { TrailExport } from './trail-export.tsx'
import { TrailFilters } from './trail-filters.tsx'
import { filterOf } from './use-trail.ts'
import { VerifyTrail } from './verify-trail.tsx'

/** Who did what, when and why: to be read, filtered, verified, exported and reviewed. */
export function TrailPage() {
  const { t } = useTranslation('trail')
  const mayRead = useRight('audit.read')
  const { isOn } = usePrivacy()
  return (
    <div className={classes['page']}>
      <div className={classes['top']}>
        <Title order={1}>{t('title')}</Title>
        {mayRead && !isOn && <TrailExport />}
      </div>
      <VerifyTrail />
      {!mayRead && (
        <Stack mt="md">
          <NotForRole />
        </Stack>
      )}
      {mayRead && isOn && (
        <Stack mt="md" maw={640}>
          <Notice kind="info">{t('hidden')}</Notice>
        </Stack>
      )}
      {mayRead && !isOn && <Read />}
    </div>
  )
}

function Read() {
  const search = useSearch({ from: '/trail' })
  const filter = filterOf(search)
  return (
    <>
      <ReviewList />
      <TrailFilters />
      <TrailEntries key={JSON.stringify(filter)} filter={filter} />
    </>
  )
}

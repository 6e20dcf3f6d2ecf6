import { Button, Center, Loader, Text } from '@mantine/core'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrailFilter } from '#shared/api/audit.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { TrailEntry } from './entry.tsx'
import classes from './trail.module.css'
import { useTrail } from './use-trail.ts'

/** The entries, newest first; older ones come while one reads on. */
export function TrailEntries({ filter }: { readonly filter: TrailFilter }) {
  const { t } = useTranslation(['trail', 'common'])
  const { entries, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTrail(filter)
  const end = useRef<HTMLDivElement>(null)
  useReached(end, hasNextPage && !isFetchingNextPage, () => void fetchNextPage())
  if (error && entries === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (entries === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  if (entries.length === 0)
    return (
      <Text>
        {t('trail:none')}{' '}
        <LinkAnchor to="/trail" search={{}}>
          {t('trail:all')}
        </LinkAnchor>
      </Text>
    )
  return (
    <>
      <ol className={classes['entries']} aria-label={t('trail:entries')} reversed>
        {entries.map(entry => (
          <TrailEntry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {error && <Failure error={error} onRetry={() => void fetchNextPage()} />}
      <div ref={end} />
      <Center py="md" role="status">
        {isFetchingNextPage && <Loader type="dots" size="sm" aria-label={t('common:loading')} />}
        {!isFetchingNextPage && hasNextPage && (
          <Button variant="default" size="xs" onClick={() => void fetchNextPage()}>
            {t('trail:older')}
          </Button>
        )}
        {!hasNextPage && (
          <Text size="sm" c="dimmed">
            {t('trail:thatIsAll')}
          </Text>
        )}
      </Center>
    </>
  )
}

/** Acts once the reader has come close to the end. */
function useReached(end: RefObject<HTMLElement | null>, isWanted: boolean, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (end.current === null || !isWanted || !('IntersectionObserver' in window)) return undefined
    const observer = new IntersectionObserver(
      seen => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current()
      },
      { root: document.getElementById('main'), rootMargin: '600px 0px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [end, isWanted])
}

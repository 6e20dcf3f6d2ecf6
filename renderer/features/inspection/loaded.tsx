import { Loader, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#shared/api/errors.ts'
import { Failure } from '../../components/failure.tsx'

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T, AppError>, 'data' | 'error' | 'refetch'>
  readonly children: (data: T) => ReactNode
}

/** What a query answered, once it has; before that that it is read, or why it could not be. */
export function Loaded<T>({ query: { data, error, refetch }, children }: LoadedProps<T>) {
  const { t } = useTranslation('common')
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" role="status" aria-label={t('loading')} />
  return children(data)
}

/** In place of a list that has nothing in it. */
export function NothingThere() {
  const { t } = useTranslation('inspection')
  return (
    <Text size="sm" c="dimmed">
      {t('none')}
    </Text>
  )
}

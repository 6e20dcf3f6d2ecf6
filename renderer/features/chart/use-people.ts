import { useMemo } from 'react'
import { useRead } from '../../api/hooks.ts'

/** The full name of a user by id; a name as imported stands for itself. */
export function usePeople(): (author: string) => string {
  const { data } = useRead('users', 'list', {})
  return useMemo(() => {
    const names = new Map(data?.map(({ id, fullName }) => [id as string, fullName]))
    return author => names.get(author) ?? author
  }, [data])
}

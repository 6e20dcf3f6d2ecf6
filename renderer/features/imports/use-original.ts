import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Sha256 } from '#shared/core/ids.ts'
import { useApi } from '../../api/api.tsx'
import { readParts } from '../../api/read-parts.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useOneAtATime } from '../../components/use-one-at-a-time.ts'
import { saveFile } from '../documents/save-file.ts'

/** Hands out a kept original as a file; the trail has an entry for it. */
export function useOriginal(sha256: Sha256): () => Promise<void> {
  const api = useApi()
  const queries = useQueryClient()
  const { t } = useTranslation(['imports', 'common'])
  const textOf = useErrorText()
  const closeButtonProps = { 'aria-label': t('common:close') }
  const take = useOneAtATime(async () => {
    try {
      const { first, content } = await readParts(offset => api.imports.original({ sha256, offset }))
      saveFile(first.name, content, 'application/octet-stream')
      notifications.show({ message: t('imports:original.done'), closeButtonProps })
      await queries.invalidateQueries()
    } catch (error) {
      notifications.show({
        ...{ color: 'orange', title: t('common:failed'), message: textOf(error) },
        closeButtonProps,
      })
    }
  })
  return async () => void (await take())
}

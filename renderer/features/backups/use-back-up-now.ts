import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '#shared/api/error-text.ts'
import { useWrite } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/i18n.ts'

/** Begins a backup from wherever one is; that it began, or why it did not, is said in passing. */
export function useBackUpNow(): () => void {
  const { t } = useTranslation(['backups', 'common'])
  const language = useLanguage()
  const { mutate } = useWrite('backups', 'start')
  return useCallback(
    () =>
      mutate(
        {},
        {
          onSuccess: () => void notifications.show({ id: 'back-up', message: t('backups:now.begun') }),
          onError: ({ payload }) =>
            void notifications.show({
              id: 'back-up',
              role: 'alert',
              color: 'orange',
              title: t('common:failed'),
              message: errorText(payload, language),
            }),
        },
      ),
    [mutate, t, language],
  )
}

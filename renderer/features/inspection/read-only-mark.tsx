import { Badge, Tooltip } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Says on every screen that whoever is logged in only reads. */
export function ReadOnlyMark() {
  const { t } = useTranslation('inspection')
  return (
    <Tooltip label={t('readOnlyRole')}>
      <Badge
        variant="light"
        radius="xs"
        tt="none"
        leftSection={<IconEye size={13} aria-hidden="true" />}
        role="note"
        aria-label={t('readOnly')}
      >
        {t('readOnlyMark')}
      </Badge>
    </Tooltip>
  )
}

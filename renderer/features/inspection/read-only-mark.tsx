import { Badge, Tooltip } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './read-only-mark.module.css'

/** Says on every screen that whoever is logged in only reads. */
export function ReadOnlyMark() {
  const { t } = useTranslation('inspection')
  return (
    <Tooltip label={t('readOnlyRole')}>
      <Badge
        variant="light"
        radius="xs"
        tt="none"
        className={classes['mark'] ?? ''}
        leftSection={<IconEye size={13} aria-hidden="true" />}
        role="note"
        aria-label={t('readOnly')}
      >
        <span className={classes['word']}>{t('readOnlyMark')}</span>
      </Badge>
    </Tooltip>
  )
}

import { Badge, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Marks what was invented for training, wherever it shows. */
export function TrainingMark() {
  const { t } = useTranslation()
  return (
    <Tooltip label={t('trainingLong')}>
      <Badge variant="outline" color="grape" radius="xs" tt="none">
        {t('training')}
      </Badge>
    </Tooltip>
  )
}

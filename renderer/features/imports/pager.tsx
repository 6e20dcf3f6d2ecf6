import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

interface PagerProps {
  /** Of the first that is shown, from 0. */
  readonly from: number
  readonly page: number
  readonly total: number
  readonly onFrom: (from: number) => void
}

/** Page after page of many rows; nothing where one page holds them all. */
export function Pager({ from, page, total, onFrom }: PagerProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  if (total <= page) return null
  const range = {
    from: countText(from + 1, language),
    to: countText(Math.min(from + page, total), language),
    all: countText(total, language),
  }
  return (
    <Group gap="xs" mt={6}>
      <ActionIcon
        variant="default"
        aria-label={t('check.previous')}
        disabled={from === 0}
        onClick={() => onFrom(Math.max(0, from - page))}
      >
        <IconChevronLeft size={17} aria-hidden="true" />
      </ActionIcon>
      <Text size="sm" role="status">
        {t('check.page', range)}
      </Text>
      <ActionIcon
        variant="default"
        aria-label={t('check.following')}
        disabled={from + page >= total}
        onClick={() => onFrom(from + page)}
      >
        <IconChevronRight size={17} aria-hidden="true" />
      </ActionIcon>
    </Group>
  )
}

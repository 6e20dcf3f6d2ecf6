import 'dayjs/locale/zh-cn'
import { Button, Group, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { CivilDate } from '#shared/core/civil-date.ts'
import { readDate } from '../../components/read-date.ts'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Shortcut } from '../../shell/shortcut.tsx'
import { useScreeningTools } from './screening-tools.ts'

interface OnControlProps {
  readonly on: CivilDate
  readonly isAsked: boolean
  readonly onAsk: (on: CivilDate | undefined) => void
}

/** The day that both answers are about, typed or chosen; T asks about today. */
export function OnControl({ on, isAsked, onAsk }: OnControlProps) {
  const { t } = useTranslation('screening')
  const language = useLanguage()
  const { today } = useScreeningTools()
  const toToday = () => onAsk(today)
  useHotkeys([['T', toToday]])
  const take = (typed: string | null) => {
    const day = CivilDate.safeParse(typed)
    if (day.success && day.data !== on) onAsk(day.data)
  }
  return (
    <Group gap="xs" align="center">
      <Text component="label" htmlFor="screening-on" size="sm" fw={600}>
        {t('on.label')}
      </Text>
      <DateInput
        id="screening-on"
        size="xs"
        w={140}
        value={on}
        onChange={take}
        dateParser={text => readDate(text) ?? null}
        valueFormat={day => dateText(day, language)}
        locale={language === 'en' ? 'en' : 'zh-cn'}
        firstDayOfWeek={1}
        minDate="1900-01-01"
        maxDate="2099-12-31"
      />
      <Button
        size="xs"
        variant="default"
        disabled={on === today}
        onClick={toToday}
        rightSection={<Shortcut keys="T" />}
      >
        {t('on.today')}
      </Button>
      {isAsked && on !== today && (
        <Button size="xs" variant="subtle" onClick={() => onAsk(undefined)}>
          {t('on.reset')}
        </Button>
      )}
    </Group>
  )
}

import { Anchor, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/i18n.ts'
import { timeThere, timeZones } from './time-zones.ts'

export interface TypedSite {
  readonly name: string
  readonly number: string
  readonly timeZone: string
}

interface SiteStepProps {
  readonly value: TypedSite
  readonly onChange: (value: TypedSite) => void
  /** Of the engine, by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly onDone: () => void
  /** Another way than a new site. */
  readonly onCopy: () => void
}

/** Whose data these will be, and which calendar they follow. */
export function SiteStep({ value, onChange, errors, onDone, onCopy }: SiteStepProps) {
  const { t } = useTranslation(['session', 'common'])
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const zones = useMemo(() => timeZones(value.timeZone), [value.timeZone])
  const missing = (text: string, words: string) => isTried && text.trim() === '' && words
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (value.name.trim() !== '' && value.number.trim() !== '') onDone()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('session:firstRun.title')}</Title>
          <Text c="dimmed">{t('session:firstRun.intro')}</Text>
        </div>
        <TextInput
          label={t('session:site.name')}
          description={t('session:site.nameHint')}
          value={value.name}
          onChange={event => onChange({ ...value, name: event.currentTarget.value })}
          maxLength={200}
          required
          autoFocus
          error={errors['name'] ?? missing(value.name, t('session:site.nameMissing'))}
        />
        <TextInput
          label={t('session:site.number')}
          description={t('session:site.numberHint')}
          value={value.number}
          onChange={event => onChange({ ...value, number: event.currentTarget.value })}
          maxLength={40}
          maw={280}
          required
          error={errors['number'] ?? missing(value.number, t('session:site.numberMissing'))}
        />
        <Select
          label={t('session:site.timeZone')}
          description={t('session:site.timeZoneHint')}
          data={zones}
          value={value.timeZone}
          onChange={timeZone => timeZone && onChange({ ...value, timeZone })}
          searchable
          allowDeselect={false}
          selectFirstOptionOnChange
          limit={80}
          maxDropdownHeight={170}
          comboboxProps={{ position: 'bottom', middlewares: { flip: false } }}
          nothingFoundMessage={t('session:site.timeZoneUnknown')}
          required
          error={errors['timeZone']}
        />
        <Text size="sm" c="dimmed" mt={-8}>
          {t('session:site.timeThere', { time: timeThere(value.timeZone, language) })}
        </Text>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onCopy}>
            {t('session:copy.way')}
          </Anchor>
          <Button type="submit">{t('common:next')}</Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/api/settings.ts'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { useRight } from '../../session/session.tsx'
import { ReasonField } from './reason-field.tsx'

interface SettingSectionProps {
  readonly title: string
  /** What holds now, in a sentence or more. */
  readonly now: readonly string[]
  readonly hint: string
  /** Of the button that opens the form. */
  readonly change: string
  readonly form: (onClose: () => void) => ReactNode
}

/** One decision of the site: what holds now, and the way to change it for those who may. */
export function SettingSection({ title, now, hint, change, form }: SettingSectionProps) {
  const mayChange = useRight('settings.change')
  const [isChanging, setChanging] = useState(false)
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {title}
      </Title>
      <Stack gap="xs">
        {now.map(sentence => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {mayChange && !isChanging && (
          <Group>
            <Button variant="default" onClick={() => setChanging(true)}>
              {change}
            </Button>
          </Group>
        )}
        {isChanging && form(() => setChanging(false))}
      </Stack>
    </section>
  )
}

type Changes = Partial<Omit<Settings, 'version'>>

/** What the fields of a form are told. */
interface Told {
  readonly isTried: boolean
  /** Of the engine, by the name of the setting. */
  readonly errorOf: (setting: keyof Changes) => string | undefined
}

interface SettingFormProps {
  readonly settings: Settings
  /** What is wanted instead; undefined while something typed is wrong, or nothing differs. */
  readonly changes: Changes | undefined
  readonly onClose: () => void
  readonly children: (told: Told) => ReactNode
}

/** The fields of a decision with the reason, without which nothing is changed. */
export function SettingForm({ settings, changes, onClose, children }: SettingFormProps) {
  const { t } = useTranslation('common')
  const write = useWrite('settings', 'change')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (changes === undefined || reason.trim() === '') return
    write.mutate({ expectedVersion: settings.version, changes, reason }, { onSuccess: onClose })
  }
  const errors = useFieldErrors(write.error)
  const own = ['reason', ...Object.keys(changes ?? {}).map(name => `changes.${name}`)]
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {children({ isTried, errorOf: setting => errors[`changes.${setting}`] })}
        <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
        {write.error && !isAboutFields(write.error, own) && <Failure error={write.error} />}
        <Group>
          <Button type="submit" loading={write.isPending}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

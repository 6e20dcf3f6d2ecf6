import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../components/job-progress.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { focusFirstInvalid } from '../candidates/first-invalid.ts'
import { sendByKey } from '../exports/send-by-key.ts'
import type { Begun } from './begun.ts'
import { RekeyPasswords } from './rekey-passwords.tsx'
import { RekeyRefusal } from './rekey-refusal.tsx'
import { useRekeying } from './use-rekeying.ts'

interface RekeyPeopleProps {
  readonly begun: Begun
  readonly onLeave: () => void
}

/** Who stays: each types the own password. Who does not is named, with what follows for them, before it is done. */
export function RekeyPeople({ begun, onLeave }: RekeyPeopleProps) {
  const { t } = useTranslation(['backups', 'session'])
  const [passwords, setPasswords] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { state, run, cancel, left } = useRekeying(begun)
  const isRunning = state.state === 'running'
  const isOwnTyped = begun.people.every(({ isYou, loginName }) => !isYou || passwords[loginName])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isOwnTyped && reason.trim() !== '' && !isRunning && left === 0)
      void run({ passwords, reason: reason.trim() })
  }
  return (
    <form onSubmit={submit} onKeyDown={sendByKey} noValidate>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('backups:key.people.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('backups:key.people.hint')}
          </Text>
        </div>
        <RekeyPasswords
          people={begun.people}
          {...{ passwords, isTried, isRunning }}
          onChange={setPasswords}
        />
        <LeftOut people={begun.people} passwords={passwords} />
        <TextInput
          label={t('backups:key.people.reason')}
          description={t('backups:key.people.reasonHint')}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          maxLength={500}
          required
          disabled={isRunning}
          error={isTried && reason.trim() === '' && t('backups:key.people.reasonMissing')}
        />
        {state.state === 'failed' && <RekeyRefusal error={state.error} people={begun.people} left={left} />}
        {(isRunning || state.state === 'cancelled') && (
          <JobProgress
            state={state}
            inPercent
            label={t('backups:key.progress')}
            onCancel={() => void cancel()}
          />
        )}
        {isRunning && <Text size="sm">{t('backups:key.stay')}</Text>}
        <Group justify={isRunning ? 'flex-end' : 'space-between'}>
          {!isRunning && (
            <Anchor component="button" type="button" size="sm" onClick={onLeave}>
              {t('backups:key.leave')}
            </Anchor>
          )}
          <Button type="submit" loading={isRunning} disabled={left > 0}>
            {left > 0 ? t('session:unlock.waiting', { count: left }) : t('backups:key.people.run')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface LeftOutProps {
  readonly people: Begun['people']
  readonly passwords: Readonly<Record<string, string>>
}

function LeftOut({ people, passwords }: LeftOutProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const out = people.filter(({ isYou, loginName }) => !isYou && !passwords[loginName])
  const names = out.map(({ fullName }) => fullName).join(language === 'en' ? ', ' : '、')
  return (
    <Text size="sm" role="status">
      {out.length === 0 ? t('key.people.allStay') : t('key.people.out', { count: out.length, names })}
    </Text>
  )
}

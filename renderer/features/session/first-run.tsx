import { Center, Loader, Stack, Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { useFieldErrors } from '../../components/field-errors.ts'
import { NOTHING_TYPED } from '../../components/password/new-password.tsx'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { Entrance } from './entrance.tsx'
import { PersonStep, type TypedPerson } from './person-step.tsx'
import { RecoveryKeyStep } from './recovery-key-step.tsx'
import { Restore } from './restore/restore.tsx'
import { SiteStep, type TypedSite } from './site-step.tsx'
import { StepList } from './step-list.tsx'

type Step = { readonly step: 'site' | 'person' } | { readonly step: 'key'; readonly recoveryKey: string }

const NOBODY: TypedPerson = { loginName: '', fullName: '', ...NOTHING_TYPED }

/** From an empty folder to an opened workstation: a new site, or the copy or backup of one that there is. */
export function FirstRun() {
  const [isCopy, setCopy] = useState(false)
  if (!isCopy) return <NewSite onCopy={() => setCopy(true)} />
  return (
    <Entrance width={720} isTall>
      <Restore isFresh onBack={() => setCopy(false)} />
    </Entrance>
  )
}

/** The site, its first user, the recovery key. */
function NewSite({ onCopy }: { readonly onCopy: () => void }) {
  const [at, setAt] = useState<Step>({ step: 'site' })
  const [site, setSite] = useState<TypedSite>({ name: '', number: '', timeZone: computerTimeZone() })
  const [person, setPerson] = useState(NOBODY)
  const { run, isRunning, error } = useCreation((step: Step) => {
    setPerson(NOBODY)
    setAt(step)
  })
  const errors = useFieldErrors(error)
  return (
    <Entrance width={720} isTall>
      <StepList current={at.step} />
      {isRunning && <Creating />}
      {at.step === 'site' && (
        <SiteStep
          value={site}
          onChange={setSite}
          errors={errors}
          onDone={() => setAt({ step: 'person' })}
          onCopy={onCopy}
        />
      )}
      {at.step === 'person' && !isRunning && (
        <PersonStep
          value={person}
          onChange={setPerson}
          siteName={site.name}
          error={error}
          onBack={() => setAt({ step: 'site' })}
          onDone={() => void run({ site, person })}
        />
      )}
      {at.step === 'key' && <RecoveryKeyStep site={site} recoveryKey={at.recoveryKey} />}
    </Entrance>
  )
}

interface Creation {
  readonly site: TypedSite
  readonly person: TypedPerson
}

function useCreation(onCreated: (step: Step) => void) {
  const api = useApi()
  const call = useCallback(
    async ({ site, person: { loginName, fullName, password } }: Creation) => {
      const principalInvestigator = { loginName, fullName, password }
      const { recoveryKey } = await api.site.create({ ...site, principalInvestigator })
      onCreated({ step: 'key', recoveryKey })
    },
    [api, onCreated],
  )
  return useSecretCall(call)
}

function Creating() {
  const { t } = useTranslation('session')
  return (
    <Center mih={320} role="status">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <Loader type="dots" aria-hidden="true" />
        <Title order={1} size="h3">
          {t('firstRun.creating')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('firstRun.creatingHint')}
        </Text>
      </Stack>
    </Center>
  )
}

function computerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoginName } from '#shared/api/users.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import {
  isAcceptable,
  NewPasswordFields,
  type TypedPassword,
} from '../../components/password/new-password.tsx'

export interface TypedPerson extends TypedPassword {
  readonly loginName: string
  readonly fullName: string
}

const FIELDS = ['loginName', 'fullName', 'password'].map(field => `principalInvestigator.${field}`)

interface PersonStepProps {
  readonly value: TypedPerson
  readonly onChange: (value: TypedPerson) => void
  readonly siteName: string
  /** Why the store could not be made. */
  readonly error: unknown
  readonly onBack: () => void
  readonly onDone: () => void
}

/** The first user: the principal investigator, who lets in everybody else. */
export function PersonStep({ value, onChange, siteName, error, onBack, onDone }: PersonStepProps) {
  const { t } = useTranslation(['session', 'common'])
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(error)
  const isNamed = value.fullName.trim() !== ''
  const isLogin = LoginName.safeParse(value.loginName).success
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNamed && isLogin && isAcceptable(value)) onDone()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <div>
          <Title order={1}>{t('session:person.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('session:person.intro')}
          </Text>
        </div>
        <Group grow align="flex-start">
          <TextInput
            label={t('session:person.fullName')}
            description={t('session:person.fullNameHint')}
            value={value.fullName}
            onChange={event => onChange({ ...value, fullName: event.currentTarget.value })}
            autoComplete="name"
            maxLength={200}
            required
            autoFocus
            error={
              errors['principalInvestigator.fullName'] ??
              (isTried && !isNamed && t('session:person.fullNameMissing'))
            }
          />
          <TextInput
            label={t('session:loginName')}
            description={t('session:person.loginNameHint')}
            value={value.loginName}
            onChange={event => onChange({ ...value, loginName: event.currentTarget.value })}
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={40}
            required
            error={
              errors['principalInvestigator.loginName'] ??
              (isTried && !isLogin && t('session:person.loginNameWrong'))
            }
          />
        </Group>
        <NewPasswordFields
          value={value}
          onChange={password => onChange({ ...value, ...password })}
          known={[value.loginName, value.fullName, siteName]}
          isTried={isTried}
          label={t('session:password.own')}
        />
        <Text size="sm" c="dimmed">
          {t('session:password.rule')}
        </Text>
        {error !== undefined && !isAboutFields(error, FIELDS) && <Failure error={error} />}
        <Group justify="space-between" mt={4}>
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit">{t('session:firstRun.create')}</Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SecretField } from '../../components/password/secret-field.tsx'
import type { Begun } from './begun.ts'

type Passwords = Readonly<Record<string, string>>

interface RekeyPasswordsProps {
  readonly people: Begun['people']
  /** By login name. */
  readonly passwords: Passwords
  readonly onChange: (passwords: Passwords) => void
  readonly isTried: boolean
  readonly isRunning: boolean
}

/** A field for each user, filled in by themselves; nothing is offered by the browser. */
export function RekeyPasswords({ people, passwords, onChange, isTried, isRunning }: RekeyPasswordsProps) {
  const { t } = useTranslation('backups')
  return (
    <Stack gap="sm" maw={420}>
      {people.map(({ loginName, fullName, isYou }, index) => (
        <SecretField
          key={loginName}
          label={t(isYou ? 'key.people.own' : 'key.people.password', { name: fullName })}
          value={passwords[loginName] ?? ''}
          onChange={event => onChange({ ...passwords, [loginName]: event.currentTarget.value })}
          // Chromium ignores `off` for passwords; this keeps it from filling one in.
          autoComplete="new-password"
          name={`password-${index}`}
          required={isYou}
          disabled={isRunning}
          autoFocus={isYou}
          error={isTried && isYou && !passwords[loginName] && t('key.people.yours')}
        />
      ))}
    </Stack>
  )
}

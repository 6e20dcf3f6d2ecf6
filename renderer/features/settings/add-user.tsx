import { Group, Select, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { Role } from '#shared/api/rights.ts'
import { LoginName } from '#shared/api/users.ts'
import { useApi } from '../../api/api.tsx'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { Notice } from '../../components/notice.tsx'
import {
  isAcceptable,
  NewPasswordFields,
  NOTHING_TYPED,
  type TypedPassword,
} from '../../components/password/new-password.tsx'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSession } from '../../session/session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { type Actor, rolesFor } from './user-rules.ts'

interface Typed extends TypedPassword {
  readonly loginName: string
  readonly fullName: string
  readonly role: Role
}

const FIELDS = ['loginName', 'fullName', 'password', 'role']

interface AddUserProps {
  readonly actor: Actor
  readonly onClose: () => void
}

/** A new user with a first password, which whoever adds them knows until they change it. */
export function AddUser({ actor, onClose }: AddUserProps) {
  const { t } = useTranslation(['settings', 'session', 'shell'])
  const { site } = useSession()
  const roles = rolesFor(undefined, actor)
  const [typed, setTyped] = useState<Typed>({
    ...{ loginName: '', fullName: '', ...NOTHING_TYPED },
    role: roles.includes('coordinator') ? 'coordinator' : 'administrator',
  })
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error } = useAddition()
  const errors = useFieldErrors(error)
  const isNamed = typed.fullName.trim() !== ''
  const isLogin = LoginName.safeParse(typed.loginName).success
  const submit = () => {
    setTried(true)
    if (!isNamed || !isLogin || !isAcceptable(typed)) return
    void run(typed).then(isAdded => {
      if (isAdded) onClose()
    })
  }
  return (
    <FormDialog
      title={t('settings:users.add')}
      action={t('settings:users.add')}
      isDirty={typed.fullName !== '' || typed.loginName !== '' || typed.password !== ''}
      isSaving={isRunning}
      onSubmit={submit}
      onClose={onClose}
    >
      <Group grow align="flex-start">
        <TextInput
          label={t('session:person.fullName')}
          description={t('session:person.fullNameHint')}
          value={typed.fullName}
          onChange={event => setTyped({ ...typed, fullName: event.currentTarget.value })}
          maxLength={200}
          required
          data-autofocus
          error={errors['fullName'] ?? (isTried && !isNamed && t('session:person.fullNameMissing'))}
        />
        <TextInput
          label={t('session:loginName')}
          description={t('settings:users.loginNameHint')}
          value={typed.loginName}
          onChange={event => setTyped({ ...typed, loginName: event.currentTarget.value })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={40}
          required
          error={
            (isTaken(error) && t('settings:users.taken')) ||
            (errors['loginName'] ?? (isTried && !isLogin && t('session:person.loginNameWrong')))
          }
        />
      </Group>
      <Select
        label={t('settings:users.role')}
        data={roles.map(role => ({ value: role, label: t(`shell:role.${role}`) }))}
        value={typed.role}
        onChange={role => role && setTyped({ ...typed, role: Role.parse(role) })}
        allowDeselect={false}
        required
        error={errors['role']}
      />
      <Text size="sm" c="dimmed" mt={-6}>
        {t(`settings:users.may.${typed.role}`)}
      </Text>
      <NewPasswordFields
        value={typed}
        onChange={password => setTyped({ ...typed, ...password })}
        known={[typed.loginName, typed.fullName, site.name]}
        isTried={isTried}
        label={t('settings:users.firstPassword')}
      />
      <Notice kind="info">{t('settings:users.firstPasswordHint')}</Notice>
      {error !== undefined && !isTaken(error) && !isAboutFields(error, FIELDS) && <Failure error={error} />}
    </FormDialog>
  )
}

function useAddition() {
  const api = useApi()
  const queries = useQueryClient()
  const call = useCallback(
    async ({ loginName, fullName, role, password }: Typed) => {
      await api.users.add({ loginName, fullName, role, password })
      await queries.invalidateQueries()
    },
    [api, queries],
  )
  return useSecretCall(call)
}

function isTaken(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'duplicate'
}

import { Select, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IdentityDocument, type SecondPerson, type Signatory } from '#shared/api/signing.ts'
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
import { Refusal } from '../../components/password/refusal.tsx'
import { SecretField } from '../../components/password/secret-field.tsx'
import { useSession } from '../../session/session.tsx'
import { usePeople } from '../chart/use-people.ts'
import type { Authority } from './authority.ts'
import { FormDialog } from './form-dialog.tsx'
import { InSight } from './in-sight.tsx'
import { Part } from './part.tsx'
import { ReasonField } from './reason-field.tsx'
import { SecondPersonFields } from './second-person-fields.tsx'
import classes from './signing.module.css'
import { type Refused, useTwoPersons } from './use-two-persons.ts'

interface EnableSigningProps {
  readonly signatory: Signatory | undefined
  readonly authority: Authority
  readonly onClose: () => void
  readonly onDone: () => void
}

interface Typed {
  readonly password: string
  readonly next: TypedPassword
  readonly second: SecondPerson
  readonly identityDocument: IdentityDocument | null
  readonly reason: string
}

const EMPTY: Typed = {
  password: '',
  next: NOTHING_TYPED,
  second: { loginName: '', password: '' },
  identityDocument: null,
  reason: '',
}

const FIELDS = ['newPassword', 'reason']

/** The ceremony that lets somebody sign: the own secret, and a second person who saw who it is. */
export function EnableSigning({ signatory, authority, onClose, onDone }: EnableSigningProps) {
  const { t } = useTranslation(['settings', 'session'])
  const { user, site } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error, left, refused } = useEnabling(whose => {
    setTyped(before => without(whose, before))
    setTried(false)
  })
  const errors = useFieldErrors(error)
  const isReplacing = signatory?.state === 'ready'
  const isHolder = authority.holder === user.id
  // Who was added by somebody else needs a secret of their own; the engine knows, and says so where this guess is wrong.
  const wantsNext = (!isHolder && signatory?.state !== 'ready') || errors['newPassword'] !== undefined
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const { password, next, second, identityDocument, reason } = typed
  const isComplete =
    password !== '' &&
    (!wantsNext || isAcceptable(next)) &&
    second.loginName.trim() !== '' &&
    second.password !== '' &&
    identityDocument !== null &&
    (!isReplacing || reason.trim() !== '')
  const submit = () => {
    setTried(true)
    if (!isComplete || left > 0 || isRunning) return
    const ask = {
      ...{ password, second, identityDocument },
      ...(wantsNext ? { newPassword: next.password } : {}),
      ...(isReplacing ? { reason } : {}),
    }
    void run(ask).then(isEnabled => {
      if (isEnabled) onDone()
    })
  }
  return (
    <FormDialog
      title={t(isReplacing ? 'settings:signing.replace' : 'settings:signing.enable')}
      action={t(isReplacing ? 'settings:signing.replace' : 'settings:signing.enable')}
      isDirty={JSON.stringify(typed) !== JSON.stringify(EMPTY)}
      isSaving={isRunning}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhatHappens />
      <Part name={t('settings:signing.you', { name: user.fullName })}>
        <SecretField
          label={t('settings:password.current')}
          value={password}
          onChange={event => change({ password: event.currentTarget.value })}
          autoComplete="current-password"
          required
          data-autofocus
          error={isTried && password === '' && t('session:password.missing')}
        />
        {refused === 'own' && (
          <InSight>
            <Refusal error={error} left={left} wrong={t('settings:password.wrong')} />
          </InSight>
        )}
        {wantsNext && (
          <>
            <Text size="sm" c="dimmed">
              {t('settings:signing.nextHint')}
            </Text>
            <NewPasswordFields
              value={next}
              onChange={value => change({ next: value })}
              known={[user.loginName, user.fullName, site.name]}
              isTried={isTried}
            />
            {errors['newPassword'] && (
              <Notice kind="bad" role="alert">
                {t('settings:password.refused', { why: errors['newPassword'] })}
              </Notice>
            )}
          </>
        )}
      </Part>
      <SecondPart {...{ typed, change, isTried, isHolder, authority }} />
      {refused === 'second' && (
        <InSight>
          <Failure error={error} />
        </InSight>
      )}
      {isReplacing && (
        <ReasonField
          value={reason}
          onChange={value => change({ reason: value })}
          isTried={isTried}
          error={errors['reason']}
        />
      )}
      {error !== undefined && refused === undefined && !isAboutFields(error, FIELDS) && (
        <InSight>
          <Failure error={error} />
        </InSight>
      )}
    </FormDialog>
  )
}

function WhatHappens() {
  const { t } = useTranslation('settings')
  return (
    <div>
      <Text size="sm">{t('signing.what')}</Text>
      <ul className={classes['steps']}>
        <li>{t('signing.step.key')}</li>
        <li>{t('signing.step.second')}</li>
        <li>{t('signing.step.trail')}</li>
        <li>{t('signing.step.password')}</li>
      </ul>
    </div>
  )
}

interface SecondPartProps {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly isTried: boolean
  readonly isHolder: boolean
  readonly authority: Authority
}

function SecondPart({ typed, change, isTried, isHolder, authority }: SecondPartProps) {
  const { t } = useTranslation('settings')
  const personOf = usePeople()
  return (
    <Part name={t('second.title')}>
      <Text size="sm" c="dimmed">
        {isHolder ? t('second.anybody') : t('second.holder', { name: personOf(authority.holder) })}
      </Text>
      <Select
        label={t('second.document')}
        description={t('second.documentHint')}
        data={IdentityDocument.options.map(value => ({ value, label: t(`identityDocument.${value}`) }))}
        value={typed.identityDocument}
        onChange={value =>
          change({ identityDocument: value === null ? null : IdentityDocument.parse(value) })
        }
        allowDeselect={false}
        required
        error={isTried && typed.identityDocument === null && t('second.documentMissing')}
      />
      <SecondPersonFields value={typed.second} onChange={second => change({ second })} isTried={isTried} />
    </Part>
  )
}

/** What was typed, without the password that was refused. */
function without(whose: Refused, typed: Typed): Typed {
  if (whose === 'own') return { ...typed, password: '' }
  return whose === 'second' ? { ...typed, second: { ...typed.second, password: '' } } : typed
}

function useEnabling(onRefused: (whose: Refused) => void) {
  const api = useApi()
  const call = useCallback((ask: Parameters<typeof api.signing.enable>[0]) => api.signing.enable(ask), [api])
  return useTwoPersons(call, onRefused)
}

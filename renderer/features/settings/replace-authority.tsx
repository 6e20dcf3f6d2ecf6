import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { Notice } from '../../components/notice.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { SecretField } from '../../components/password/secret-field.tsx'
import { useSession } from '../../session/session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { Part } from './part.tsx'
import { ReasonField } from './reason-field.tsx'
import { SecondPersonFields } from './second-person-fields.tsx'
import { type Refused, useTwoPersons } from './use-two-persons.ts'

const EMPTY = { password: '', second: { loginName: '', password: '' }, reason: '' }

/** Another site certificate, whose key is under the password of who makes it. Everybody has to be certified anew. */
export function ReplaceAuthority({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'session'])
  const { user } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error, left, refused } = useReplacement(whose => {
    setTyped(before => without(whose, before))
    setTried(false)
  })
  const errors = useFieldErrors(error)
  const { password, second, reason } = typed
  const isComplete =
    password !== '' && second.loginName.trim() !== '' && second.password !== '' && reason.trim() !== ''
  const submit = () => {
    setTried(true)
    if (!isComplete || left > 0 || isRunning) return
    void run(typed).then(isReplaced => {
      if (isReplaced) onClose()
    })
  }
  return (
    <FormDialog
      title={t('settings:authority.replace')}
      action={t('settings:authority.replace')}
      isDirty={JSON.stringify(typed) !== JSON.stringify(EMPTY)}
      isSaving={isRunning}
      isDangerous
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice kind="bad" title={t('settings:authority.endsAll')}>
        {t('settings:authority.replaceHint')}
      </Notice>
      <Part name={t('settings:signing.you', { name: user.fullName })}>
        <SecretField
          label={t('settings:password.current')}
          value={password}
          onChange={event => setTyped({ ...typed, password: event.currentTarget.value })}
          autoComplete="current-password"
          required
          data-autofocus
          error={isTried && password === '' && t('session:password.missing')}
        />
        {refused === 'own' && <Refusal error={error} left={left} wrong={t('settings:password.wrong')} />}
      </Part>
      <Part name={t('settings:second.title')}>
        <SecondPersonFields
          value={second}
          onChange={value => setTyped({ ...typed, second: value })}
          isTried={isTried}
        />
        {refused === 'second' && <Failure error={error} />}
      </Part>
      <ReasonField
        value={reason}
        onChange={value => setTyped({ ...typed, reason: value })}
        isTried={isTried}
        error={errors['reason']}
      />
      {error !== undefined && refused === undefined && !isAboutFields(error, ['reason']) && (
        <Failure error={error} />
      )}
    </FormDialog>
  )
}

function without(whose: Refused, typed: typeof EMPTY): typeof EMPTY {
  if (whose === 'own') return { ...typed, password: '' }
  return whose === 'second' ? { ...typed, second: { ...typed.second, password: '' } } : typed
}

function useReplacement(onRefused: (whose: Refused) => void) {
  const api = useApi()
  const call = useCallback((ask: typeof EMPTY) => api.signing.replaceAuthority(ask), [api])
  return useTwoPersons(call, onRefused)
}

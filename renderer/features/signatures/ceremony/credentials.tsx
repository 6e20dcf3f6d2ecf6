import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { Facts } from '../../../components/facts.tsx'
import { SecretField } from '../../../components/password/secret-field.tsx'
import { instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useSession } from '../../../session/session.tsx'
import classes from './ceremony.module.css'
import { useSigningTime } from './use-signing-time.ts'

/** What is typed to sign. Nothing of it is filled in beforehand, kept, or offered by the browser. */
export interface TypedCredentials {
  readonly loginName: string
  readonly password: string
  readonly language: DocumentLanguage
}

export const NOTHING_TYPED: TypedCredentials = { loginName: '', password: '', language: 'bilingual' }

interface CredentialsProps {
  readonly typed: TypedCredentials
  readonly onType: (typed: TypedCredentials) => void
  /** Login name and password, not the password alone (21 CFR 11.200(a)(1)). */
  readonly asksLoginName: boolean
  /** A document is made; where one takes a further revision it keeps its language. */
  readonly asksLanguage: boolean
  readonly errors: { readonly loginName?: string | undefined; readonly password?: string | undefined }
}

/** Under which printed name, as what and when; in which language the document is; and the proof of who it is. */
export function Credentials({ typed, onType, asksLoginName, asksLanguage, errors }: CredentialsProps) {
  const { t } = useTranslation(['signatures', 'shell'])
  const { user } = useSession()
  const change = (part: Partial<TypedCredentials>) => onType({ ...typed, ...part })
  return (
    <>
      <Facts
        rows={[
          [t('signatures:ceremony.name'), user.fullName],
          [t('signatures:ceremony.role'), t(`shell:role.${user.role}`)],
          [t('signatures:ceremony.time'), <SigningTime key="time" />],
        ]}
      />
      {asksLanguage && (
        <Select
          label={t('signatures:ceremony.language')}
          data={DocumentLanguage.options.map(value => ({
            value,
            label: t(`signatures:ceremony.languages.${value}`),
          }))}
          value={typed.language}
          onChange={value => change({ language: DocumentLanguage.parse(value) })}
          allowDeselect={false}
          className={classes['field'] ?? ''}
        />
      )}
      {asksLoginName && (
        <TextInput
          label={t('signatures:ceremony.loginName')}
          description={t('signatures:ceremony.loginNameHint')}
          value={typed.loginName}
          onChange={({ currentTarget }) => change({ loginName: currentTarget.value })}
          error={errors.loginName}
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          name="signing-login-name"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          className={classes['field'] ?? ''}
        />
      )}
      <SecretField
        label={t('signatures:ceremony.password')}
        value={typed.password}
        onChange={({ currentTarget }) => change({ password: currentTarget.value })}
        error={errors.password}
        required
        // Chromium ignores `off` for passwords; this keeps it from filling one in.
        autoComplete="new-password"
        name="signing-password"
        className={classes['field'] ?? ''}
      />
    </>
  )
}

function SigningTime() {
  const { site } = useSession()
  const language = useLanguage()
  return instantText(useSigningTime(site.timeZone), language)
}

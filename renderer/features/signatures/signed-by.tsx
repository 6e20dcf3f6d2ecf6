import { Text } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

type Signed = Pick<SignatureSummary, 'signer' | 'signedAt' | 'meaning'>

/** Printed name, role, date and time with offset, and meaning: what goes with every signature (21 CFR 11.50). */
export function SignedBy({ signature }: { readonly signature: Signed }) {
  const text = useSignedByText()
  return (
    <Text component="span" size="sm">
      {text(signature)}
    </Text>
  )
}

/** The same as one line of text. */
export function useSignedByText(): (signature: Signed) => string {
  const { t } = useTranslation(['signatures', 'shell'])
  const language = useLanguage()
  return useCallback(
    ({ signer, signedAt, meaning }) =>
      t('signatures:signedBy', {
        name: signer.fullName,
        role: t(`shell:role.${signer.role}`),
        at: instantText(signedAt, language),
        meaning: meanings[meaning.code].name[language],
      }),
    [t, language],
  )
}

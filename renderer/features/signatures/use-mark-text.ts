import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { useSignedByText } from './signed-by.tsx'

/** What a mark says to a pointer and aloud: how the signature stands, and whose it is, when and as what. */
export function useMarkText(): (signature: SignatureSummary) => string {
  const { t } = useTranslation('signatures')
  const by = useSignedByText()
  return useCallback(
    signature => t('mark', { status: t(`status.${signature.status}`), by: by(signature) }),
    [t, by],
  )
}

import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { useRead } from '../../api/hooks.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'

/** What a document is about besides its protocol. */
export interface About {
  readonly screeningNumber: string
  readonly initials: string
}

/** Whom a document is about; undefined for one of the whole site, or where the candidate is not to be named. */
export function useAbout(): (document: Pick<DocumentSummary, 'patientId'>) => About | undefined {
  const { isOn } = usePrivacy()
  const mayRead = useRight('patients.read')
  const { data } = useRead('patients', 'list', {}, { enabled: mayRead && !isOn })
  return ({ patientId }) => data?.find(({ id }) => id === patientId)
}

/** The signatures in a document's revisions, in the order of signing. */
export function useSignaturesIn(): (document: DocumentSummary) => readonly SignatureSummary[] {
  const { data } = useRead('signatures', 'list', {})
  return ({ revisions }) =>
    revisions.flatMap(({ signature }) => data?.filter(({ id }) => id === signature) ?? [])
}

/** What a document is called: its kind, and the protocol where it is about one. */
export function useDocumentName(): (document: Pick<DocumentSummary, 'kind' | 'protocolId'>) => string {
  const { t } = useTranslation('documents')
  return ({ kind, protocolId }) =>
    protocolId === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} · ${protocolId}`
}

import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DocumentId, PatientId, SignatureId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Identity } from '../../privacy/privacy.tsx'
import { usePeople } from '../chart/use-people.ts'
import classes from './trail.module.css'
import type { Entry } from './use-trail.ts'

/** What an entry is about, with the way there. */
export function EntryAbout({ entry }: { readonly entry: Entry }) {
  const personOf = usePeople()
  const { kind, id } = entry.subject
  if (kind === 'patient') return <AboutPatient id={PatientId.parse(id)} field={entry.field} />
  if (kind === 'user') return id === entry.userId ? null : <span>{personOf(id)}</span>
  if (kind === 'protocol')
    return (
      <>
        {id} <AboutField field={entry.field} />
      </>
    )
  if (kind === 'laboratory') return <AboutLaboratory id={id} />
  if (kind === 'document')
    return (
      <>
        <AboutDocument id={DocumentId.parse(id)} />{' '}
        {entry.field?.startsWith('signatures.') && <AboutField field={entry.field} />}
      </>
    )
  if (kind === 'procedure' || kind === 'signature') return <span className={classes['code']}>{id}</span>
  return null
}

interface AboutPatientProps {
  readonly id: PatientId
  readonly field: string | undefined
}

/** The candidate; of a fact, also the way to its own history. */
function AboutPatient({ id, field }: AboutPatientProps) {
  const { t } = useTranslation('trail')
  const { data: patients } = useRead('patients', 'list', {})
  const patient = patients?.find(one => one.id === id)
  if (patients && patient === undefined)
    return (
      <Text span c="dimmed" fz="inherit">
        {t('removedCandidate')}
      </Text>
    )
  return (
    <>
      {patient && (
        <LinkAnchor to="/candidates/$patientId/chart" params={{ patientId: id }} fz="inherit">
          {patient.screeningNumber} <Identity>{patient.initials}</Identity>
        </LinkAnchor>
      )}{' '}
      {field?.startsWith('facts.') && (
        <LinkAnchor to="/trail" search={{ patientId: id, field }} size="xs">
          {t('onlyThis')}
        </LinkAnchor>
      )}
      <AboutField field={field} />
    </>
  )
}

/** The document or signature that an entry of its patient or protocol is about. */
function AboutField({ field }: { readonly field: string | undefined }) {
  const { t } = useTranslation('trail')
  const [kind, id = ''] = field?.split('.') ?? []
  if (kind === 'documents') return <AboutDocument id={DocumentId.parse(id)} />
  if (kind !== 'signatures') return null
  return (
    <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: SignatureId.parse(id) }} fz="inherit">
      {t('openSignature')}
    </LinkAnchor>
  )
}

function AboutLaboratory({ id }: { readonly id: string }) {
  const { data } = useRead('laboratories', 'list', {})
  return <span>{data?.find(one => one.id === id)?.name}</span>
}

function AboutDocument({ id }: { readonly id: DocumentId }) {
  const { t } = useTranslation(['trail', 'documents'])
  const { data } = useRead('documents', 'list', {})
  const found = data?.find(one => one.id === id)
  return (
    <LinkAnchor to="/documents/$documentId" params={{ documentId: id }} fz="inherit">
      {found ? t(`documents:kind.${found.kind}`) : t('trail:document')}
    </LinkAnchor>
  )
}

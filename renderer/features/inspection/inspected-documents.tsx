import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { useRead } from '../../api/hooks.ts'
import { isUnsigned, needsAttention } from './figures.ts'
import { InspectedDocument } from './inspected-document.tsx'
import classes from './inspection.module.css'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'

/** Every document with its signatures, whether they still stand, and the hash of its latest revision. */
export function InspectedDocuments({ patientId }: PartProps) {
  const documents = useRead('documents', 'list', patientId ? { patientId } : {})
  const signatures = useRead('signatures', 'list', {})
  return (
    <Loaded query={documents}>
      {listed => (
        <Loaded query={signatures}>
          {signed =>
            listed.length === 0 ? (
              <NothingThere />
            ) : (
              <Documents documents={listed} signatures={signed} isOfOne={patientId !== undefined} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  )
}

const Which = z.enum(['all', 'unsigned', 'attention'])
type Which = z.infer<typeof Which>

interface DocumentsProps {
  readonly documents: readonly DocumentSummary[]
  readonly signatures: readonly SignatureSummary[]
  readonly isOfOne: boolean
}

function Documents({ documents, signatures, isOfOne }: DocumentsProps) {
  const { t } = useTranslation('inspection')
  const [which, setWhich] = useState<Which>('all')
  const byId = new Map(signatures.map(signature => [signature.id, signature]))
  const signaturesIn = ({ revisions }: DocumentSummary) =>
    revisions.flatMap(({ signature }) => (signature === null ? [] : (byId.get(signature) ?? [])))
  const chosen: Readonly<Record<Which, readonly DocumentSummary[]>> = {
    all: documents,
    unsigned: documents.filter(isUnsigned),
    attention: documents.filter(document => signaturesIn(document).some(needsAttention)),
  }
  const shown = chosen[which].toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label={t('documents.filter')}
        data={Which.options.map(value => ({
          value,
          label: t(`documents.${value}`, { count: chosen[value].length }),
        }))}
        value={which}
        onChange={value => setWhich(Which.parse(value))}
      />
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('documents.document')}</th>
            <th scope="col">{t('documents.made')}</th>
            <th scope="col">{t('documents.signatures')}</th>
            <th scope="col">{t('documents.latest')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(document => (
            <InspectedDocument
              key={document.id}
              {...{ document, isOfOne }}
              signatures={signaturesIn(document)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

import { Button } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRight } from '../../session/session.tsx'
import { CertifyDialog } from './certify-dialog.tsx'

interface AttachButtonProps {
  readonly patientId: PatientId
  /** The entry from which somebody comes. */
  readonly factId?: FactId
}

/** Opens the form for a scanned report, for those who may chart. */
export function AttachButton({ patientId, factId }: AttachButtonProps) {
  const { t } = useTranslation('copies')
  const mayWrite = useRight('facts.write')
  const [isOpen, setOpen] = useState(false)
  if (!mayWrite) return null
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileCertificate size={16} />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('attach')}
      </Button>
      {isOpen && (
        <CertifyDialog
          patientId={patientId}
          chosen={factId === undefined ? [] : [factId]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

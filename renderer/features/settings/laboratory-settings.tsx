import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LaboratoryForm } from './laboratory-form.tsx'
import { LaboratoryList } from './laboratory-list.tsx'

/** The laboratories whose reports are typed here: the list, or one of them open. */
export function LaboratorySettings() {
  const { t } = useTranslation('common')
  const { data: laboratories, error, refetch } = useRead('laboratories', 'list', {})
  const [open, setOpen] = useState<'none' | 'new' | { readonly id: string }>('none')
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!laboratories) return <Text c="dimmed">{t('loading')}</Text>
  const close = () => setOpen('none')
  if (open === 'new') return <LaboratoryForm onClose={close} />
  const chosen = open === 'none' ? undefined : laboratories.find(({ id }) => id === open.id)
  if (chosen) return <LaboratoryForm laboratory={chosen} onClose={close} />
  return (
    <LaboratoryList laboratories={laboratories} onAdd={() => setOpen('new')} onOpen={id => setOpen({ id })} />
  )
}

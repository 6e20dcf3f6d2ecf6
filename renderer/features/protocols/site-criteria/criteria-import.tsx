import { Button, FileButton, Group, Text, Title } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { useApi } from '../../../api/api.tsx'
import type { ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { CriteriaPreview } from './criteria-preview.tsx'
import type { ReadFile } from './read-file.ts'
import { RefusedFile } from './refused-file.tsx'
import { SchemaDownload } from './schema-download.tsx'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'refused'; readonly name: string; readonly error: unknown }
  | { readonly at: 'preview'; readonly file: ReadFile }

/** Takes the site's criteria from a file: read, seen criterion by criterion, then entered. */
export function CriteriaImport({ details }: { readonly details: ProtocolDetails }) {
  const { t } = useTranslation('protocols')
  const api = useApi()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const choose = () => setStep({ at: 'choose' })
  const read = async (file: File | null | undefined) => {
    if (!file) return
    const { name } = file
    const protocolId = details.definition.id
    try {
      const text = await file.text()
      const preview = await api.protocols.previewCriteria({ protocolId, file: name, text })
      setStep({ at: 'preview', file: { name, text, preview } })
    } catch (error) {
      setStep({ at: 'refused', name, error: error instanceof AppError ? error : new Error('unreadable') })
    }
  }
  return (
    <section className={classes['import']} aria-label={t('site.import')}>
      <Title order={2} size="h3">
        {t('site.import')}
      </Title>
      {step.at === 'preview' ? (
        <CriteriaPreview key={step.file.text} details={details} file={step.file} onDone={choose} />
      ) : (
        <>
          <DropPlace onFile={file => void read(file)} />
          {step.at === 'refused' && <RefusedFile name={step.name} error={step.error} />}
        </>
      )}
    </section>
  )
}

function DropPlace({ onFile }: { readonly onFile: (file: File | null | undefined) => void }) {
  const { t } = useTranslation('protocols')
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is only a second way beside the button
    <div
      className={classes['drop']}
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text size="sm">{t('site.how')}</Text>
      <Group gap="sm" mt="xs">
        <FileButton onChange={onFile} accept="application/json,.json">
          {props => <Button {...props}>{t('site.choose')}</Button>}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('site.drop')}
        </Text>
        <SchemaDownload />
      </Group>
    </div>
  )
}

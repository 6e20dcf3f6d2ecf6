import { Button, FileButton, Group, Input, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { fingerprintOf } from './fingerprint.ts'
import classes from './safety-form.module.css'

interface SentFileFieldProps {
  readonly state: FormState
  readonly patientId: PatientId
}

/** Exactly which file was sent, by its SHA-256: a document that Lobule keeps, or a file whose sum this page computes. */
export function SentFileField({ state, patientId }: SentFileFieldProps) {
  const { t } = useTranslation('safety')
  const { values, set, errorAt } = state
  const [fileName, setFileName] = useState<string>()
  const sum = values['sent'] ?? ''
  const error = errorAt('sent')
  return (
    <FieldPlace name="sent" error={error}>
      <fieldset className={classes['plain']}>
        <Input.Label component="legend" required>
          {t('report.sent')}
        </Input.Label>
        <OwnDocument patientId={patientId} state={state} onChoose={() => setFileName(undefined)} />
        <Group gap="sm" mt={8}>
          <FileButton
            onChange={file => {
              if (file === null) return
              void fingerprintOf(file).then(sha256 => {
                setFileName(file.name)
                set({ sent: sha256, document: '' })
              })
            }}
          >
            {props => (
              <Button {...props} size="xs" variant="default">
                {t('report.pickFile')}
              </Button>
            )}
          </FileButton>
          {fileName !== undefined && <Text size="sm">{fileName}</Text>}
        </Group>
        {sum === '' ? (
          <Input.Description mt={4}>{t('report.fileHint')}</Input.Description>
        ) : (
          <p className={classes['sum']}>
            SHA-256 <code>{sum}</code>
          </p>
        )}
        {error !== undefined && <Input.Error>{error}</Input.Error>}
      </fieldset>
    </FieldPlace>
  )
}

interface OwnDocumentProps extends SentFileFieldProps {
  readonly onChoose: () => void
}

/** The patient's documents in Lobule, the newest revision of each. */
function OwnDocument({ state, patientId, onChoose }: OwnDocumentProps) {
  const { t } = useTranslation(['safety', 'documents'])
  const language = useLanguage()
  const mayRead = useRight('documents.export')
  const { data: documents = [] } = useRead('documents', 'list', { patientId }, { enabled: mayRead })
  const offered = documents.flatMap(({ id, kind, createdAt, revisions }) => {
    const sha256 = revisions.at(-1)?.sha256
    const label = `${t(`documents:kind.${kind}`)} · ${timeText(createdAt, language)}`
    return sha256 === undefined ? [] : [{ value: id as string, label, sha256 }]
  })
  if (offered.length === 0) return null
  return (
    <Select
      aria-label={t('safety:report.document')}
      placeholder={t('safety:report.document')}
      data={offered.map(({ value, label }) => ({ value, label }))}
      value={state.values['document'] || null}
      onChange={chosen => {
        onChoose()
        const document = offered.find(({ value }) => value === chosen)
        state.set({ document: document?.value ?? '', sent: document?.sha256 ?? '' })
      }}
      clearable
    />
  )
}

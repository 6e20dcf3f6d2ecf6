import { Button, FileButton, Select, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TableAbout } from '#shared/core/imports/mapping.ts'
import { useDroppedFiles } from '../../components/use-dropped-files.ts'
import { ChooseLaboratory, LABORATORY_FIELD } from './choose-laboratory.tsx'
import classes from './new-import.module.css'
import { UploadList } from './upload-list.tsx'
import type { NewImportState } from './use-new-import.ts'

/** As many as one import takes. */
const MOST_FILES = 50

/** The files, whose they are, and what their rows are about. */
export function FilesStep({ state }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const { files, setup, change, add, hasTables } = state
  const isOver = useDroppedFiles(add)
  return (
    <Stack gap="md">
      <div className={classes['drop']} data-over={isOver || undefined}>
        <IconFileImport size={34} stroke={1.4} aria-hidden="true" />
        <Text>{isOver ? t('drop.now') : t('drop.here')}</Text>
        <FileButton multiple accept=".csv,.tsv,.txt,.xlsx,.json,.xml" onChange={add}>
          {props => (
            <Button {...props} variant={files.length === 0 ? 'filled' : 'default'}>
              {t('drop.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" maw={620}>
          {t('drop.hint')}
        </Text>
      </div>
      {files.length > 0 && <UploadList state={state} />}
      {files.length > 0 && (
        <div className={classes['setup']}>
          <ChooseLaboratory
            value={setup.laboratory}
            isNeeded={hasTables}
            onChange={laboratory => change({ laboratory, table: {} })}
          />
          {hasTables && (
            <Select
              label={t('aboutLabel')}
              data={TableAbout.options.map(value => ({ value, label: t(`about.${value}`) }))}
              value={setup.about}
              onChange={about => change({ about: TableAbout.parse(about), table: {} })}
              allowDeselect={false}
            />
          )}
        </div>
      )}
      {files.length > 0 && <Onward state={state} />}
    </Stack>
  )
}

/** Says what is missing once somebody wants to go on without it. */
function Onward({ state }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const [isTried, setTried] = useState(false)
  const missing = missingOf(state)
  const next = () => {
    setTried(true)
    if (missing === 'laboratory') document.getElementById(LABORATORY_FIELD)?.focus()
    if (missing !== undefined) return
    if (state.hasTables) state.go('mapping')
    else void state.check()
  }
  return (
    <div className={classes['foot']}>
      <Button onClick={next}>{t(state.hasTables ? 'next' : 'toCheck')}</Button>
      {isTried && missing !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(`missing.${missing}`)}
        </Text>
      )}
    </div>
  )
}

function missingOf({ files, hasTables, setup }: NewImportState) {
  if (files.length > MOST_FILES) return 'tooMany'
  if (files.some(({ look, error }) => look === undefined || error !== undefined)) return 'notThere'
  return hasTables && setup.laboratory === null ? 'laboratory' : undefined
}

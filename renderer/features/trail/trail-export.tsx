import { Button, Group, Menu, Text } from '@mantine/core'
import { IconChecklist, IconFileExport, IconFileText } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Failure } from '../../components/failure.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { saveFile } from '../documents/save-file.ts'
import { ReviewDialog } from './review-dialog.tsx'
import classes from './trail.module.css'
import { filterOf } from './use-trail.ts'

/** What is shown, for machines and for people, and the note that somebody reviewed it. */
export function TrailExport() {
  const { t } = useTranslation('trail')
  const search = useSearch({ from: '/trail' })
  const navigate = useNavigate()
  const language = useLanguage()
  const [isReviewing, setReviewing] = useState(false)
  const { state, toLines } = useLines()
  const { patientId } = search
  return (
    <div className={classes['ways']}>
      <Group gap="xs" wrap="nowrap">
        <Menu position="bottom-end" width={330}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconFileExport size={17} />} loading={state.isRunning}>
              {t('export.open')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconFileText size={17} />}
              onClick={() => void toLines(filterOf(search))}
            >
              {t('export.lines')}
              <Text size="xs" c="dimmed">
                {t('export.linesHint')}
              </Text>
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileExport size={17} />}
              onClick={() =>
                void navigate({
                  to: '/documents/new',
                  search: { kind: 'trail_extract', ...(patientId ? { patientId } : {}) },
                })
              }
            >
              {t('export.pdf')}
              <Text size="xs" c="dimmed">
                {t('export.pdfHint')}
              </Text>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button leftSection={<IconChecklist size={17} />} onClick={() => setReviewing(true)}>
          {t('review.open')}
        </Button>
      </Group>
      {state.error !== undefined && <Failure error={state.error} />}
      {state.exported !== undefined && (
        <Text size="sm" c="dimmed" role="status">
          {t('export.done', { count: state.exported, entries: countText(state.exported, language) })}
        </Text>
      )}
      {isReviewing && <ReviewDialog filter={filterOf(search)} onClose={() => setReviewing(false)} />}
    </div>
  )
}

interface LinesState {
  readonly isRunning: boolean
  readonly error?: unknown
  readonly exported?: number
}

/** The answer is the file itself, so it is not kept as other answers are. */
function useLines() {
  const api = useApi()
  const queries = useQueryClient()
  const [state, setState] = useState<LinesState>({ isRunning: false })
  const toLines = async (filter: ReturnType<typeof filterOf>) => {
    setState({ isRunning: true })
    try {
      const { fileName, text, entries } = await api.audit.export(filter)
      saveFile(fileName, text, 'application/jsonl;charset=utf-8')
      setState({ isRunning: false, exported: entries })
      await queries.invalidateQueries()
    } catch (error) {
      setState({ isRunning: false, error })
    }
  }
  return { state, toLines }
}

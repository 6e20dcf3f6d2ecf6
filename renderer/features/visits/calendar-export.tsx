import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useWrite } from '../../api/hooks.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useRight } from '../../session/session.tsx'
import { saveFile } from '../documents/save-file.ts'

/** How far ahead a calendar file reaches. */
const DAYS = 365

interface CalendarExportProps {
  /** Absent: everybody. */
  readonly patientId?: PatientId
}

/** Saves what is to come as a calendar file: screening numbers and visits, never who somebody is. */
export function CalendarExport({ patientId }: CalendarExportProps) {
  const { t } = useTranslation('visits')
  const errorText = useErrorText()
  const mayExport = useRight('documents.export')
  const { mutate, isPending } = useWrite('visits', 'iCalendar')
  if (!mayExport) return null
  const save = () =>
    mutate(
      { days: DAYS, ...(patientId && { patientId }) },
      {
        onSuccess({ fileName, text, events }) {
          saveFile(fileName, text, 'text/calendar;charset=utf-8')
          notifications.show({ message: t('export.done', { count: events }) })
        },
        onError: error => notifications.show({ color: 'orange', message: errorText(error) }),
      },
    )
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconCalendarDown size={16} aria-hidden="true" />}
      loading={isPending}
      onClick={save}
    >
      {t('export.file')}
    </Button>
  )
}

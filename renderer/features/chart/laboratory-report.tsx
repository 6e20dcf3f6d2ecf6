import { Alert, Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconClipboardList, IconListCheck } from '@tabler/icons-react'
import { useParams, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { Failure } from '../../components/failure.tsx'
import { timeText } from '../../i18n/format.ts'
import { useRight } from '../../session/session.tsx'
import { Shortcut } from '../../shell/shortcut.tsx'
import { useSpeech } from './fact-words.ts'
import classes from './laboratory-report.module.css'
import { LinkButton } from './link-button.tsx'
import { focusFirstCell, focusFirstProblem, moveOn } from './report/move.ts'
import { PasteDialog } from './report/paste-dialog.tsx'
import { ReportGrid } from './report/report-grid.tsx'
import { ReportHead } from './report/report-head.tsx'
import { SavedReport } from './report/saved-report.tsx'
import { type ReportState, useReport } from './report/use-report.ts'

/** A whole laboratory report, entered by keyboard: the head, then a row for each test as printed. */
export function LaboratoryReport() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const mayWrite = useRight('facts.write')
  const { t } = useTranslation('chart')
  const { on = '' } = useSearch({ from: '/candidates/$patientId/report' })
  if (!mayWrite) return <Text>{t('report.notAllowed')}</Text>
  return <Report key={on} patientId={patientId} on={on} />
}

interface ReportProps {
  readonly patientId: PatientId
  /** The day of the visit that the report belongs to; empty where it is not known. */
  readonly on: string
}

function Report({ patientId, on }: ReportProps) {
  const { t } = useTranslation('chart')
  const state = useReport(patientId, on)
  const [pasted, setPasted] = useState<string>()
  const [notTaken, setNotTaken] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const { edit, saved } = state
  const { laboratory } = state.sheet
  if (saved) return <SavedReport {...{ patientId, saved, laboratory }} onNext={state.begin} />

  const save = async () => {
    const outcome = await state.save()
    if (outcome === 'refused') focusFirstProblem(form.current)
  }
  const usual = () => {
    edit({ do: 'usual', laboratory })
    focusFirstCell(form.current, 'value')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    } else if (event.key === 'F2') {
      event.preventDefault()
      usual()
    } else moveOn(event)
  }
  return (
    <form
      ref={form}
      noValidate
      className={classes['report']}
      aria-label={t('enterReport')}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Title order={2} size="h3" mb="xs">
        {t('report.title')}
      </Title>
      <Offer state={state} />
      <ReportHead state={state} />
      <div className={classes['tools']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconListCheck size={15} aria-hidden="true" />}
          rightSection={<Kbd size="xs">F2</Kbd>}
          onClick={usual}
        >
          {t('report.usual')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconClipboardList size={15} aria-hidden="true" />}
          onClick={() => setPasted('')}
        >
          {t('report.paste')}
        </Button>
        <Text size="xs" c="dimmed" className={classes['hint'] ?? ''}>
          {t('report.keys')}
        </Text>
      </div>
      <NotTaken lines={notTaken} onDismiss={() => setNotTaken([])} />
      <ReportGrid state={state} onPaste={setPasted} />
      <Foot state={state} patientId={patientId} />
      {pasted !== undefined && (
        <PasteDialog
          text={pasted}
          onClose={() => setPasted(undefined)}
          onTake={(rows, rest) => {
            edit({ do: 'paste', pasted: rows, laboratory })
            setNotTaken(rest)
            setPasted(undefined)
            focusFirstCell(form.current, 'name')
          }}
        />
      )}
    </form>
  )
}

/** The report that was begun before. */
function Offer({ state: { draft, edit } }: { readonly state: ReportState }) {
  const { t, language } = useSpeech()
  const { found } = draft
  if (found === undefined) return null
  const count = found.content.rows.filter(({ value }) => value.trim() !== '').length
  return (
    <Alert color="lobule" mb="sm">
      <Group justify="space-between">
        <Text size="sm">{t('report.draft', { count, at: timeText(found.savedAt, language) })}</Text>
        <Group gap="xs">
          <Button
            size="xs"
            onClick={() => {
              edit({ do: 'replace', report: found.content })
              draft.take()
            }}
          >
            {t('draft.continue')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void draft.discard()}>
            {t('draft.discard')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}

interface NotTakenProps {
  readonly lines: readonly string[]
  readonly onDismiss: () => void
}

/** Pasted lines that were not understood: they stay in sight until somebody has seen to them. */
function NotTaken({ lines, onDismiss }: NotTakenProps) {
  const { t } = useTranslation(['chart', 'common'])
  if (lines.length === 0) return null
  return (
    <Alert
      color="orange"
      mb="sm"
      title={t('chart:paste.notTaken', { count: lines.length })}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={onDismiss}
    >
      <pre className={classes['lines']}>{lines.join('\n')}</pre>
    </Alert>
  )
}

function Foot({ state, patientId }: { readonly state: ReportState; readonly patientId: PatientId }) {
  const { t } = useTranslation(['chart', 'common'])
  const { filled, twice, isConfirmed, failure, isSaving } = state
  const isAsking = isConfirmed && twice.length > 0
  return (
    <div className={classes['foot']}>
      {failure !== undefined && <Failure error={failure} />}
      {isAsking && (
        <Alert
          color="orange"
          mb="sm"
          role="alert"
          title={t('chart:report.twiceTitle', { count: twice.length })}
        >
          {t('chart:report.twice', { tests: twice.map(({ name }) => name).join(', ') })}
        </Alert>
      )}
      <Group gap="sm">
        <Button
          type="submit"
          loading={isSaving}
          disabled={filled.length === 0}
          rightSection={<Shortcut keys="mod+Enter" />}
        >
          {isAsking ? t('chart:report.saveAll') : t('chart:report.save', { count: filled.length })}
        </Button>
        <Leave patientId={patientId} />
        <Text size="xs" c="dimmed">
          {t('chart:report.kept')}
        </Text>
      </Group>
    </div>
  )
}

/** Back to where the report was asked for. */
function Leave({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('chart')
  const { back } = useSearch({ from: '/candidates/$patientId/report' })
  const isOfVisit = back === 'visits'
  return (
    <LinkButton
      variant="default"
      to={isOfVisit ? '/candidates/$patientId/visits' : '/candidates/$patientId/chart'}
      params={{ patientId }}
    >
      {isOfVisit ? t('report.toVisits') : t('report.leave')}
    </LinkButton>
  )
}

import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChartLine, IconDots, IconPrinter, IconReportMedical } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { FactId } from '#shared/core/ids.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import type { VisitLineProps } from './calendar-props.ts'

/** Record the visit, or open what was recorded; results and the worksheet in its menu. */
export function VisitActions(props: VisitLineProps) {
  const { t } = useTranslation('visits')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  const { visit, protocol } = props
  const { done, missed, number } = visit
  const charted = done ?? missed
  const record = () =>
    open({
      ...{ open: 'enter' as const, kind: 'visit' as const, protocol, visit: visit.visit },
      ...(number !== null && { number }),
    })
  return (
    <Group gap={4} wrap="nowrap">
      {charted !== null && <OpenFact fact={charted.fact} />}
      {charted === null && mayWrite && visit.state !== 'not_expected' && (
        <Button size="compact-sm" variant="default" onClick={record}>
          {t('action.record')}
        </Button>
      )}
      <MoreActions {...props} />
    </Group>
  )
}

function MoreActions({ patientId, protocol, visit }: VisitLineProps) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const navigate = useNavigate()
  const mayWrite = useRight('facts.write')
  const mayExport = useRight('documents.export')
  const { done, number } = visit
  const on = CivilDate.safeParse(done?.from.slice(0, 10)).data
  if (!mayWrite && !mayExport && !on) return null
  const enterResults = () =>
    void navigate({
      to: '/candidates/$patientId/report',
      params: { patientId },
      search: { back: 'visits', ...(on && { on }) },
    })
  const seeTrends = () =>
    void navigate({
      to: '/candidates/$patientId/trends',
      params: { patientId },
      search: { ...(on && { on }) },
    })
  const printWorksheet = () =>
    void navigate({
      to: '/documents/new',
      search: {
        ...{ kind: 'visit_worksheet', patientId, protocolId: protocol, visit: visit.visit },
        ...(number !== null && { number }),
      },
    })
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('action.more', { visit: textOf(visit.title) })}
        >
          <IconDots size={17} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && (
          <Menu.Item leftSection={<IconReportMedical size={17} />} onClick={enterResults}>
            {t('action.results')}
          </Menu.Item>
        )}
        {on && (
          <Menu.Item leftSection={<IconChartLine size={17} />} onClick={seeTrends}>
            {t('action.trends')}
          </Menu.Item>
        )}
        {mayExport && (
          <Menu.Item leftSection={<IconPrinter size={17} />} onClick={printWorksheet}>
            {t('action.worksheet')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Opens beside the calendar what was charted. */
export function OpenFact({ fact }: { readonly fact: FactId }) {
  const { t } = useTranslation('visits')
  const { open } = usePanel()
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => open({ open: 'fact', factId: fact })}>
      {t('action.open')}
    </Button>
  )
}

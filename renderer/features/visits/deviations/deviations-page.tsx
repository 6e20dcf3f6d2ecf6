import { Button, Group, Loader, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { useRight } from '../../../session/session.tsx'
import { NotForRole } from '../../candidates/not-for-role.tsx'
import { AddDialog } from './add-dialog.tsx'
import { DeviationList } from './deviation-list.tsx'
import { type DeviationSearch, DeviationStanding, standingOf } from './deviation-search.ts'
import classes from './deviations.module.css'
import { PrintList } from './print-list.tsx'

/** Every protocol deviation of the site; what nobody has assessed yet can be picked out. */
export function DeviationsPage() {
  const { t } = useTranslation('visits')
  const mayRead = useRight('screening.read')
  const mayWrite = useRight('facts.write')
  const { isOn } = usePrivacy()
  const { patientId, protocol } = useSearch({ from: '/deviations' })
  const [isAdding, add] = useDisclosure(false)
  if (!mayRead) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>{t('deviations.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('deviations.hint')}
          </Text>
        </div>
        {!isOn && (
          <Group gap="xs">
            {mayWrite && (
              <Button size="xs" onClick={add.open} aria-haspopup="dialog">
                {t('deviations.add')}
              </Button>
            )}
            <PrintList patientId={patientId} protocolId={protocol} />
          </Group>
        )}
      </Group>
      {isOn ? <Notice kind="info">{t('hidden')}</Notice> : <Listed />}
      {isAdding && <AddDialog patientId={patientId} protocolId={protocol} onClose={add.close} />}
    </div>
  )
}

function Listed() {
  const { t } = useTranslation(['visits', 'common'])
  const { patientId, protocol, assessed } = useSearch({ from: '/deviations' })
  const { data, error, refetch } = useRead('deviations', 'list', {})
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  const here = data.filter(
    one =>
      (patientId === undefined || one.patientId === patientId) &&
      (protocol === undefined || one.protocol === protocol),
  )
  const shown = here.filter(one => assessed === undefined || standingOf(one) === assessed)
  return (
    <>
      <Filters all={data} here={here} />
      <Text size="sm" c="dimmed" role="status">
        {t('visits:deviations.shown', { count: shown.length })}
      </Text>
      {shown.length > 0 && <DeviationList deviations={shown} isOfMany />}
    </>
  )
}

interface FiltersProps {
  readonly all: readonly Deviation[]
  /** Of the chosen candidate and protocol. */
  readonly here: readonly Deviation[]
}

function Filters({ all, here }: FiltersProps) {
  const { t } = useTranslation('visits')
  const navigate = useNavigate()
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const search = useSearch({ from: '/deviations' })
  const change = (part: Partial<DeviationSearch>) =>
    void navigate({ to: '/deviations', search: { ...search, ...part }, replace: true })
  const people = new Map(all.map(({ patientId, screeningNumber }) => [patientId, screeningNumber]))
  const count = (standing: DeviationStanding) => here.filter(one => standingOf(one) === standing).length
  return (
    <Group gap="sm">
      <Select
        aria-label={t('deviations.candidate')}
        placeholder={t('deviations.everybody')}
        data={[...people].map(([value, label]) => ({ value, label }))}
        value={search.patientId ?? null}
        onChange={id => change({ patientId: PatientId.safeParse(id).data })}
        searchable
        clearable
      />
      <SegmentedControl
        aria-label={t('deviations.protocol')}
        value={search.protocol ?? ''}
        onChange={id => change({ protocol: ProtocolId.safeParse(id).data })}
        data={[
          { value: '', label: t('filter.everyProtocol') },
          ...protocols.map(({ id }) => ({ value: id, label: id })),
        ]}
      />
      <SegmentedControl
        aria-label={t('deviations.class.label')}
        value={search.assessed ?? ''}
        onChange={value => change({ assessed: DeviationStanding.safeParse(value).data })}
        data={[
          { value: '', label: t('deviations.all', { count: here.length }) },
          ...DeviationStanding.options.map(value => ({
            value,
            label: t(`deviations.standing.${value}`, { count: count(value) }),
          })),
        ]}
      />
    </Group>
  )
}

import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { TrainingMark } from '../../components/training-mark.tsx'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Identity } from '../../privacy/privacy.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import { Shortcut } from '../../shell/shortcut.tsx'
import { answerOf } from './answer.ts'
import { AnswerGlance } from './answer-glance.tsx'
import classes from './candidate-page.module.css'
import { useNeighbours } from './log-order.ts'
import type { Patient } from './patient.ts'
import { TrialGlance, takesPart } from './trial-glance.tsx'
import { useAgeText } from './use-age-text.ts'
import { usePanel } from './use-panel.ts'

/** Who the candidate is and both answers; stays in sight while something is entered. */
export function CandidateHeader({ patient }: { readonly patient: Patient }) {
  return (
    <header className={classes['header']}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <WhoItIs patient={patient} />
        <Neighbours patientId={patient.id} />
      </Group>
      <Answers patientId={patient.id} />
      <div className={classes['bar']}>
        <Tabs patientId={patient.id} />
        <Actions />
      </div>
    </header>
  )
}

function WhoItIs({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation(['candidates', 'common'])
  const language = useLanguage()
  const ageText = useAgeText()
  const { site } = useSession()
  const { screeningNumber, initials, fullName, sex, birthDate, registrationDate } = patient
  return (
    <div className={classes['who']}>
      <Title order={1} size="h2">
        {screeningNumber}
      </Title>
      <Text span fw={600}>
        <Identity>{fullName === undefined ? initials : `${initials} · ${fullName}`}</Identity>
      </Text>
      <Text span>{t(`candidates:sex.${sex}`)}</Text>
      <Text span title={birthDate && t('candidates:bornOn', { date: dateText(birthDate, language) })}>
        {ageText(birthDate)}
      </Text>
      <Text span c="dimmed" size="sm">
        {registrationDate === undefined
          ? t('candidates:notRegistered')
          : t('candidates:registeredOn', { date: dateText(registrationDate, language) })}
      </Text>
      {site.training && <TrainingMark />}
    </div>
  )
}

function Answers({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('candidates')
  const mayScreen = useRight('screening.read')
  const { data, error } = useRead('screening', 'patient', { patientId }, { enabled: mayScreen })
  const { data: calendars = [] } = useRead('visits', 'calendar', { patientId }, { enabled: mayScreen })
  const inTrial = new Map(calendars.filter(takesPart).map(calendar => [calendar.protocol, calendar]))
  return (
    <section className={classes['answers']} aria-live="polite" aria-label={t('answersLabel')}>
      {/* An answer from before says nothing of what is charted now. */}
      {error !== null && <Text size="sm">{t('answersFailed')}</Text>}
      {error === null &&
        data?.screenings.map(screening => {
          const { id } = screening.protocol
          const calendar = inTrial.get(id)
          return calendar === undefined ? (
            <AnswerGlance key={id} patientId={patientId} answer={answerOf(screening)} on={data.on} />
          ) : (
            <TrialGlance key={id} patientId={patientId} calendar={calendar} />
          )
        })}
    </section>
  )
}

function Tabs({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('candidates')
  const mayExport = useRight('documents.export')
  const mayScreen = useRight('screening.read')
  const params = { patientId }
  const look = {
    className: classes['tab'] ?? '',
    activeOptions: { exact: true, includeSearch: false },
    activeProps: { 'data-active': true, 'aria-current': 'page' as const },
  }
  return (
    <nav className={classes['tabs']} aria-label={t('tabs.label')}>
      <Link {...look} to="/candidates/$patientId" params={params} search>
        {t('tabs.screening')}
      </Link>
      <Link {...look} to="/candidates/$patientId/chart" params={params} search>
        {t('tabs.chart')}
      </Link>
      {mayScreen && (
        <Link {...look} to="/candidates/$patientId/visits" params={params} search>
          {t('tabs.visits')}
        </Link>
      )}
      <Link
        {...look}
        activeOptions={{ exact: false, includeSearch: false }}
        to="/candidates/$patientId/safety"
        params={params}
        search
      >
        {t('tabs.safety')}
      </Link>
      <Link {...look} to="/candidates/$patientId/trends" params={params} search>
        {t('tabs.trends')}
      </Link>
      <Link {...look} to="/candidates/$patientId/report" params={params} search={{}}>
        {t('tabs.report')}
      </Link>
      {mayExport && (
        <Link {...look} to="/candidates/$patientId/documents" params={params} search={{}}>
          {t('tabs.documents')}
        </Link>
      )}
    </nav>
  )
}

function Actions() {
  const { t } = useTranslation('candidates')
  const { open } = usePanel()
  const mayAmend = useRight('patients.write')
  const mayEnter = useRight('facts.write')
  return (
    <Group gap="xs" wrap="nowrap" className={classes['actions'] ?? ''}>
      {mayAmend && (
        <Button variant="default" size="xs" onClick={() => open({ open: 'candidate' })}>
          {t('editData')}
        </Button>
      )}
      {mayEnter && (
        <Button size="xs" onClick={() => open({ open: 'choose' })}>
          {t('enter')}
        </Button>
      )}
    </Group>
  )
}

/** One candidate further in the log, without going back to it. */
function Neighbours({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('candidates')
  const navigate = useNavigate()
  const neighbours = useNeighbours(patientId)
  const go = (id: PatientId | undefined) => {
    if (id !== undefined) void navigate({ to: '.', params: { patientId: id }, search: {} })
  }
  useHotkeys([
    ['alt+ArrowUp', () => go(neighbours?.before)],
    ['alt+ArrowDown', () => go(neighbours?.after)],
  ])
  if (neighbours === undefined) return null
  const { place, count, before, after } = neighbours
  const step = (id: PatientId | undefined, word: string, keys: string, Icon: typeof IconChevronLeft) => (
    <Tooltip
      label={
        <>
          {word} <Shortcut keys={keys} />
        </>
      }
    >
      <ActionIcon variant="default" aria-label={word} disabled={id === undefined} onClick={() => go(id)}>
        <Icon size={18} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <Group gap={6} wrap="nowrap" className={classes['neighbours'] ?? ''}>
      {step(before, t('before'), 'alt+↑', IconChevronLeft)}
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('place', { place: place + 1, count })}
      </Text>
      {step(after, t('after'), 'alt+↓', IconChevronRight)}
    </Group>
  )
}

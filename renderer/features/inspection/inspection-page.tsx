import { Select, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { ReadOnly } from '../../session/read-only.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import classes from './inspection.module.css'
import { Part } from './part.tsx'
import { PartList } from './part-list.tsx'

/** The record as an inspector reads it: of the whole site or of one candidate, and nothing can be changed. */
export function InspectionPage() {
  const { t } = useTranslation('inspection')
  const mayRead = useRight('documents.export')
  const mayExport = useRight('data.export')
  const { isOn } = usePrivacy()
  if (!mayRead) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Notice kind="info" title={t('readOnly')}>
        {t('readOnlyHint')}
      </Notice>
      <header className={classes['head']}>
        <Title order={1}>{t('title')}</Title>
        {!isOn && <About />}
        {mayExport && !isOn && <Dossier />}
      </header>
      {isOn ? (
        <Text size="sm">{t('hidden')}</Text>
      ) : (
        <ReadOnly>
          <div className={classes['body']}>
            <PartList />
            <Part />
          </div>
        </ReadOnly>
      )}
    </div>
  )
}

const SITE = 'site'

/** Of whom the record is shown. */
function About() {
  const { t } = useTranslation('inspection')
  const { part, patientId } = useSearch({ from: '/inspection' })
  const navigate = useNavigate()
  const { data: patients = [] } = useRead('patients', 'list', {})
  return (
    <Select
      size="xs"
      w={240}
      aria-label={t('about')}
      data={[
        { value: SITE, label: t('site') },
        ...patients.map(({ id, screeningNumber, initials }) => ({
          value: id as string,
          label: `${screeningNumber} ${initials}`,
        })),
      ]}
      value={patientId ?? SITE}
      onChange={value =>
        void navigate({
          to: '/inspection',
          search: { part, ...(value !== SITE && { patientId: PatientId.parse(value) }) },
        })
      }
      allowDeselect={false}
      searchable
      limit={200}
    />
  )
}

function Dossier() {
  const { t } = useTranslation('inspection')
  const { patientId } = useSearch({ from: '/inspection' })
  return (
    <LinkButton
      size="xs"
      variant="default"
      to="/exports/new"
      search={{ format: 'dossier', ...(patientId && { patientId }) }}
    >
      {t('dossier')}
    </LinkButton>
  )
}

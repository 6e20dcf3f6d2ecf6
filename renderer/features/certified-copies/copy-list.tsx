import { Anchor, Text } from '@mantine/core'
import { IconFileCertificate, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import classes from './copies.module.css'
import { CopyDialog } from './copy-dialog.tsx'

interface CopyListProps {
  readonly copies: readonly CertifiedCopy[]
  /** In a narrow place: only what tells them apart. */
  readonly isNarrow?: boolean
}

/** Certified copies, a line each, and the one that is open. */
export function CopyList({ copies, isNarrow = false }: CopyListProps) {
  const [open, setOpen] = useState<string>()
  const opened = copies.find(({ id }) => id === open)
  return (
    <>
      <ul className={`${classes['list']} ${isNarrow ? classes['narrow'] : ''}`}>
        {copies.map(copy => (
          <Line key={copy.id} copy={copy} isNarrow={isNarrow} onOpen={() => setOpen(copy.id)} />
        ))}
      </ul>
      {opened && <CopyDialog copy={opened} onClose={() => setOpen(undefined)} />}
    </>
  )
}

interface LineProps {
  readonly copy: CertifiedCopy
  readonly isNarrow: boolean
  readonly onOpen: () => void
}

function Line({ copy, isNarrow, onOpen }: LineProps) {
  const { t } = useTranslation('copies')
  const language = useLanguage()
  const personOf = usePeople()
  const { title, dated, certifiedAt, certifiedBy, originalAt, facts, file, withdrawn } = copy
  const Icon = file.mediaType === 'application/pdf' ? IconFileCertificate : IconPhoto
  return (
    <li>
      <Icon size={17} aria-hidden="true" />
      <Anchor
        component="button"
        type="button"
        fz="inherit"
        fw={550}
        aria-haspopup="dialog"
        aria-label={t('open', { title })}
        onClick={onOpen}
      >
        {title}
      </Anchor>
      {withdrawn && (
        <Text span size="sm" fw={600} c="var(--mantine-color-error)">
          {t('withdrawn')}
        </Text>
      )}
      <span>{dated === null ? t('undated') : t('dated', { date: dateText(dated, language) })}</span>
      <span className={classes['quiet']}>
        {t('certified', { time: timeText(certifiedAt, language), who: personOf(certifiedBy) })}
      </span>
      {!isNarrow && (
        <>
          <span className={classes['quiet']}>{t('originalAt', { where: originalAt })}</span>
          <span className={classes['quiet']}>{t('facts', { count: facts.length })}</span>
        </>
      )}
    </li>
  )
}

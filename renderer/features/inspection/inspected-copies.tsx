import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { dateText, instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Identity } from '../../privacy/privacy.tsx'
import { CopyDialog } from '../certified-copies/copy-dialog.tsx'
import { TrialNamesProvider } from '../chart/trial/trial-names-provider.tsx'
import { usePeople } from '../chart/use-people.ts'
import { useAbout } from '../documents/document-words.ts'
import classes from './inspection.module.css'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'
import { useCopies } from './use-copies.ts'

/** Reports on paper that somebody copied and certified: of what, by whom, when, and to what they are attached. */
export function InspectedCopies({ patientId }: PartProps) {
  const query = useCopies(patientId)
  return (
    <Loaded query={query}>
      {copies =>
        copies.length === 0 ? <NothingThere /> : <Copies copies={copies} isOfOne={patientId !== undefined} />
      }
    </Loaded>
  )
}

interface CopiesProps {
  readonly copies: readonly CertifiedCopy[]
  readonly isOfOne: boolean
}

function Copies({ copies, isOfOne }: CopiesProps) {
  const { t } = useTranslation('inspection')
  const [open, setOpen] = useState<CertifiedCopy>()
  const sorted = copies.toSorted((a, b) => Date.parse(b.certifiedAt) - Date.parse(a.certifiedAt))
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('copies.report')}</th>
            <th scope="col">{t('copies.certified')}</th>
            <th scope="col">{t('copies.original')}</th>
            <th scope="col">{t('copies.file')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(copy => (
            <Line key={copy.id} {...{ copy, isOfOne }} onOpen={() => setOpen(copy)} />
          ))}
        </tbody>
      </table>
      {open && (
        <TrialNamesProvider>
          <CopyDialog copy={open} onClose={() => setOpen(undefined)} />
        </TrialNamesProvider>
      )}
    </>
  )
}

interface LineProps {
  readonly copy: CertifiedCopy
  readonly isOfOne: boolean
  readonly onOpen: () => void
}

function Line({ copy, isOfOne, onOpen }: LineProps) {
  const { t } = useTranslation('inspection')
  const { t: ofCopies } = useTranslation('copies')
  const language = useLanguage()
  const personOf = usePeople()
  const about = useAbout()(copy)
  const { patientId, title, dated, originalAt, file, certifiedAt, certifiedBy, statement, facts, withdrawn } =
    copy
  return (
    <tr>
      <th scope="row">
        <Anchor
          component="button"
          type="button"
          fw={600}
          fz="inherit"
          ta="left"
          aria-haspopup="dialog"
          onClick={onOpen}
        >
          {title}
        </Anchor>
        {withdrawn && (
          <Text span size="sm" fw={600} ml={6} c="var(--mantine-color-error)">
            {ofCopies('withdrawn')}
          </Text>
        )}
        <span className={classes['second']}>
          {!isOfOne && about && (
            <>
              <LinkAnchor to="/inspection" search={{ part: 'copies', patientId }} fz="inherit">
                {about.screeningNumber}
              </LinkAnchor>{' '}
              <Identity>{about.initials}</Identity>
              {' · '}
            </>
          )}
          {dated === null ? t('copies.undated') : dateText(dated, language)}
        </span>
      </th>
      <td>
        {personOf(certifiedBy)}
        <span className={classes['second']}>{instantText(certifiedAt, language)}</span>
        <span className={classes['second']}>{statement}</span>
      </td>
      <td>
        {originalAt}
        <span className={classes['second']}>{t('copies.attached', { count: facts.length })}</span>
      </td>
      <td>
        {file.name} <span className={classes['dim']}>{bytesText(file.bytes, language)}</span>
        <span className={classes['hash']}>{file.sha256}</span>
      </td>
    </tr>
  )
}

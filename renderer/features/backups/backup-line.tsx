import { Button } from '@mantine/core'
import { IconCircleCheck, IconPlugX, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/api/backups.ts'
import { Status, type StatusLook } from '../../components/status.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { countText, timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import classes from './backups.module.css'

const looks: Readonly<Record<Backup['state'], StatusLook>> = {
  there: { kind: 'good', icon: IconCircleCheck },
  away: { kind: 'open', icon: IconPlugX },
  rotated: { kind: 'over', icon: IconTrash },
}

/** Enough of a hash to compare two by eye; the whole is said to whoever points at it. */
const SHOWN = 16

interface BackupLineProps {
  readonly backup: Backup
  /** Absent for those who may not. */
  readonly onDrill?: () => void
}

/** One backup: when and by whom, its file and hash, how far its trail goes, and whether the file is there. */
export function BackupLine({ backup, onDrill }: BackupLineProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const personOf = usePeople()
  const { madeAt, author, cause, fileName, bytes, sha256, folder, trail, state } = backup
  return (
    <tr>
      <th scope="row">
        <span className={classes['nowrap']}>{timeText(madeAt, language)}</span>
        <span className={classes['second']}>
          {personOf(author)} · {t(`cause.${cause}`)}
        </span>
      </th>
      <td>
        {fileName}{' '}
        <span className={`${classes['quiet']} ${classes['nowrap']}`}>{bytesText(bytes, language)}</span>
        <span className={classes['hash']} title={t('history.hash', { sha256 })}>
          {t('history.hash', { sha256: `${sha256.slice(0, SHOWN)}…` })}
        </span>
      </td>
      <td className={classes['number']}>{countText(trail.entries, language)}</td>
      <td>
        <Status {...looks[state]} word={t(`history.states.${state}`)} />
        <span className={classes['second']}>{folder}</span>
      </td>
      {onDrill && (
        <td className={classes['action']}>
          {state === 'there' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-haspopup="dialog"
              aria-label={t('drill.startOf', { file: fileName })}
              onClick={onDrill}
            >
              {t('drill.start')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

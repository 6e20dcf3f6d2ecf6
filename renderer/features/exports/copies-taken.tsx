import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Sha256 } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { bytesText } from '../../i18n/bytes-text.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { usePeople } from '../chart/use-people.ts'
import { localTime } from '../trail/entry-words.ts'
import type { Entry } from '../trail/use-trail.ts'
import classes from './exports.module.css'

/** What the trail keeps of a complete copy. */
const Copy = z.object({ fileName: z.string(), bytes: z.number(), sha256: Sha256 })

const ASKED = { action: 'export.take_copy', newestFirst: true, limit: 50 }

/** Complete copies that were taken, from the trail: nothing else is kept of them. For those who may read it. */
export function CopiesTaken() {
  const { t } = useTranslation('exports')
  const mayRead = useRight('audit.read')
  const { data = [] } = useRead('audit', 'list', ASKED, { enabled: mayRead })
  if (data.length === 0) return null
  return (
    <section aria-labelledby="copies-taken">
      <Title order={2} size="h3" mt="xl" mb={6} id="copies-taken">
        {t('copy.taken')}
      </Title>
      <ul className={classes['takings']}>
        {data.map(entry => (
          <Taken key={entry.seq} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function Taken({ entry }: { readonly entry: Entry }) {
  const language = useLanguage()
  const personOf = usePeople()
  const copy = Copy.safeParse(entry.newValue).data
  if (copy === undefined || entry.userId === null) return null
  const { day, time } = localTime(entry)
  return (
    <li className={classes['taking']}>
      <span className={classes['nowrap']}>{timeText(`${day}T${time}`, language)}</span>
      <span>
        {personOf(entry.userId)}
        <Text span c="dimmed" fz="inherit" className={classes['second'] ?? ''}>
          {entry.reason}
        </Text>
      </span>
      <span>
        {copy.fileName}{' '}
        <Text span c="dimmed" fz="inherit">
          {bytesText(copy.bytes, language)}
        </Text>
        <span className={classes['hash']}>SHA-256 {copy.sha256}</span>
      </span>
    </li>
  )
}

import { Text } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import { EntryAbout } from './entry-about.tsx'
import { EntryValues } from './entry-values.tsx'
import { localTime, useActionName } from './entry-words.ts'
import classes from './trail.module.css'
import type { Entry } from './use-trail.ts'

/** One entry: when and by whom, what was done to what, old and new, and why. */
export const TrailEntry = memo(function TrailEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['trail', 'shell'])
  const language = useLanguage()
  const personOf = usePeople()
  const actionName = useActionName()
  const [isStored, setStored] = useState(false)
  const { day, time } = localTime(entry)
  return (
    <li className={classes['entry']} value={entry.seq}>
      <div className={classes['when']}>
        <time dateTime={entry.at} title={entry.at}>
          {dateText(day, language)} <span className={classes['time']}>{time}</span>
        </time>
        <span className={classes['small']}>
          {t('trail:number', { seq: entry.seq })} · UTC{entry.offset}
        </span>
        {entry.clock && <ClockMark clock={entry.clock} />}
      </div>
      <div className={classes['who']}>
        {entry.userId === null ? t('trail:nobody') : personOf(entry.userId)}
        {entry.role && <span className={classes['small']}>{t(`shell:role.${entry.role}`)}</span>}
      </div>
      <div className={classes['what']}>
        <span>
          <Text span fw={600} fz="inherit">
            {actionName(entry.action)}
          </Text>{' '}
          <EntryAbout entry={entry} />
        </span>
        <EntryValues entry={entry} />
        {entry.reason !== undefined && (
          <span className={classes['reason']}>{t('trail:reason', { reason: entry.reason })}</span>
        )}
      </div>
      <button
        type="button"
        className={classes['toggle']}
        aria-expanded={isStored}
        onClick={() => setStored(!isStored)}
      >
        {t('trail:asStored')}
      </button>
      {isStored && <pre className={classes['stored']}>{JSON.stringify(entry, null, 2)}</pre>}
    </li>
  )
})

/** What the clock of the computer did before this entry: told by colour, shape and word. */
function ClockMark({ clock }: { readonly clock: NonNullable<Entry['clock']> }) {
  const { t } = useTranslation('trail')
  const { movedBackSeconds, offsetWas } = clock
  return (
    <span className={classes['clock']}>
      <IconClockExclamation size={15} aria-hidden="true" />
      <span>
        {movedBackSeconds !== undefined && t('clock.movedBack', { count: Math.round(movedBackSeconds) })}
        {movedBackSeconds !== undefined && offsetWas !== undefined && <br />}
        {offsetWas !== undefined && t('clock.offset', { was: offsetWas })}
      </span>
    </span>
  )
}

import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Status } from '../../components/status.tsx'
import type { Figures } from './figures.ts'
import classes from './inspection.module.css'

interface AskedProps {
  readonly figures: Figures
  readonly about: 'documents' | 'signatures' | 'deviations' | 'events'
}

/** What a reader will ask about, told by colour, shape and word; nothing where there is nothing to ask. */
export function Asked({ figures, about }: AskedProps) {
  const { t } = useTranslation('inspection')
  const { unsigned, current, attention, important, unassessed, serious, overdue } = figures
  const shown: Readonly<Record<AskedProps['about'], readonly ReactNode[]>> = {
    documents: [
      attention > 0 && <Bad key="a" word={t('overview.attention', { count: attention })} />,
      unsigned > 0 && (
        <Status
          key="u"
          kind="open"
          icon={IconPencil}
          word={t('overview.unsigned', { count: unsigned })}
          plain
        />
      ),
    ],
    signatures: [
      attention > 0 && <Bad key="a" word={t('overview.attention', { count: attention })} />,
      current > 0 && (
        <Status
          key="c"
          kind="good"
          icon={IconCircleCheck}
          word={t('overview.current', { count: current })}
          plain
        />
      ),
    ],
    deviations: [
      important > 0 && <Bad key="i" word={t('overview.important', { count: important })} />,
      unassessed > 0 && <Open key="u" word={t('overview.unassessed', { count: unassessed })} />,
    ],
    events: [
      overdue > 0 && <Bad key="o" word={t('overview.overdue', { count: overdue })} />,
      serious > 0 && <Bad key="s" word={t('overview.serious', { count: serious })} />,
    ],
  }
  return <span className={classes['asked']}>{shown[about]}</span>
}

function Bad({ word }: { readonly word: string }) {
  return <Status kind="bad" icon={IconAlertTriangle} word={word} plain />
}

function Open({ word }: { readonly word: string }) {
  return <Status kind="open" icon={IconHelpCircle} word={word} plain />
}

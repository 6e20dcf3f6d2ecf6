import { Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { useRight } from '../../../session/session.tsx'
import classes from '../ceremony/ceremony.module.css'
import { NotForRole } from '../sign-pages.tsx'
import { ReadStep } from './read-step.tsx'
import { SignList } from './sign-list.tsx'
import type { Confirmed, SittingItem } from './sitting-item.ts'

/** Several things signed in one sitting: each shown and confirmed, then the password once. */
export function Sitting() {
  const { items } = useSearch({ from: '/signatures/sign' })
  const { isOn } = usePrivacy()
  const maySign = useRight('signatures.sign')
  const { t } = useTranslation('signatures')
  if (!maySign) return <NotForRole />
  if (isOn) return <Notice kind="info">{t('work.hidden')}</Notice>
  return <Steps key={JSON.stringify(items)} items={items} />
}

function Steps({ items }: { readonly items: readonly SittingItem[] }) {
  const { t } = useTranslation('signatures')
  const navigate = useNavigate()
  const [at, setAt] = useState(0)
  const [confirmed, setConfirmed] = useState<readonly Confirmed[]>([])
  const item = items[at]
  const isReading = item !== undefined
  const next = () => {
    setAt(at + 1)
    const main = document.getElementById('main')
    if (main) main.scrollTop = 0
  }
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <LinkAnchor to="/work" size="sm">
          {t('work.title')}
        </LinkAnchor>
        <Title order={1} size="h2">
          {t('sitting.title')}
        </Title>
        {isReading && (
          <Text c="dimmed" role="status">
            {t('sitting.step', { step: at + 1, count: items.length })}
          </Text>
        )}
      </header>
      {isReading && (
        <ReadStep
          key={at}
          request={item}
          isLast={at + 1 === items.length}
          onConfirm={one => {
            setConfirmed([...confirmed, one])
            next()
          }}
          onLeaveOut={next}
        />
      )}
      {!isReading && confirmed.length > 0 && (
        <SignList
          items={confirmed}
          onReviewRest={rest =>
            void navigate({ to: '/signatures/sign', search: { items: rest.map(({ request }) => request) } })
          }
        />
      )}
      {!isReading && confirmed.length === 0 && <Notice kind="info">{t('sitting.nothing')}</Notice>}
    </div>
  )
}

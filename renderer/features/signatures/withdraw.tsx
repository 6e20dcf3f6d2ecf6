import { Button, Group, Textarea, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import classes from './ceremony/ceremony.module.css'
import { SignOne } from './sign-one.tsx'
import { NotForRole } from './sign-pages.tsx'

/** Withdraws a signature: the reason first, because it is a part of what is signed. */
export function Withdraw() {
  const { t } = useTranslation('signatures')
  const { signatureId } = useParams({ from: '/signatures/$signatureId/withdraw' })
  const [reason, setReason] = useState<string>()
  const request = useMemo(
    () => (reason === undefined ? undefined : { kind: 'withdrawal' as const, of: signatureId, reason }),
    [signatureId, reason],
  )
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  const back = (
    <LinkAnchor to="/signatures/$signatureId" params={{ signatureId }} size="sm">
      {t('page.toSignature')}
    </LinkAnchor>
  )
  if (request)
    return (
      <SignOne key={reason} request={request} title={t('page.withdrawal')}>
        {back}
      </SignOne>
    )
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        {back}
        <Title order={1} size="h2">
          {t('page.withdrawal')}
        </Title>
      </header>
      <ReasonForm onGiven={setReason} />
    </div>
  )
}

function ReasonForm({ onGiven }: { readonly onGiven: (reason: string) => void }) {
  const { t } = useTranslation(['signatures', 'common'])
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') onGiven(reason.trim())
  }
  return (
    <form
      className={classes['sheet']}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
      noValidate
    >
      <Textarea
        label={t('signatures:withdraw.reason')}
        description={t('signatures:withdraw.hint')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
        rows={3}
        required
        error={isTried && reason.trim() === '' && t('signatures:withdraw.reasonMissing')}
      />
      <Group mt="sm">
        <Button type="submit">{t('common:next')}</Button>
      </Group>
    </form>
  )
}

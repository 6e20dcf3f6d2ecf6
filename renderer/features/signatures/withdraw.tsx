import { Anchor, Button, Group, Text, Textarea, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import classes from './ceremony/ceremony.module.css'
import { SignOne } from './sign-one.tsx'
import { NotForRole } from './sign-pages.tsx'
import { SignedBy } from './signed-by.tsx'
import type { SittingItem } from './sitting/sitting-item.ts'
import { useItemTitle } from './use-item-title.ts'

/** Withdraws a signature: the reason first, because it is a part of what is signed. */
export function Withdraw() {
  const { t } = useTranslation('signatures')
  const { signatureId } = useParams({ from: '/signatures/$signatureId/withdraw' })
  const [reason, setReason] = useState<string>()
  const [typed, setTyped] = useState('')
  const target = useRead('signatures', 'list', {}).data?.find(({ id }) => id === signatureId)
  const titleOf = useItemTitle()
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
        <Group gap="md">
          {back}
          <Anchor component="button" type="button" size="sm" onClick={() => setReason(undefined)}>
            {t('withdraw.change')}
          </Anchor>
        </Group>
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
      {target && <Target target={target} title={titleOf(itemOf(target))} />}
      <ReasonForm typed={typed} onType={setTyped} onGiven={setReason} />
    </div>
  )
}

/** Which signature it is, before anything is said against it. */
function Target({ target, title }: { readonly target: SignatureSummary; readonly title: string }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <SignedBy signature={target} />
    </div>
  )
}

/** What the signature is about, as the work list names it. */
function itemOf({ id, patientId, protocolId }: SignatureSummary): SittingItem {
  if (protocolId === null) return { kind: 'countersignature', of: id }
  return patientId === null
    ? { kind: 'configuration', protocolId }
    : { kind: 'eligibility', patientId, protocolId }
}

interface ReasonFormProps {
  readonly typed: string
  readonly onType: (reason: string) => void
  readonly onGiven: (reason: string) => void
}

function ReasonForm({ typed: reason, onType: setReason, onGiven }: ReasonFormProps) {
  const { t } = useTranslation(['signatures', 'common'])
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

import { Button, Group, Progress, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { useErrorText } from '../../../components/error-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { ExportMany } from '../../documents/export-many.tsx'
import classes from '../ceremony/ceremony.module.css'
import { isLoginNameAsked, missingParts, Sheet } from '../ceremony/ceremony.tsx'
import { Credentials, NOTHING_TYPED, type TypedCredentials } from '../ceremony/credentials.tsx'
import { makesDocument } from '../ceremony/makes-document.ts'
import { MissingList } from '../ceremony/missing-list.tsx'
import { Refused } from '../ceremony/refused.tsx'
import { useSigningProblem } from '../ceremony/signing-problem.ts'
import { SignedBy } from '../signed-by.tsx'
import { SignedHeading } from '../signed-now.tsx'
import { useItemTitle } from '../use-item-title.ts'
import type { Confirmed } from './sitting-item.ts'
import { type Outcomes, useSignList } from './use-sign-list.ts'

interface SignListProps {
  readonly items: readonly Confirmed[]
  /** Those that are not signed, to be read again. */
  readonly onReviewRest: (rest: readonly Confirmed[]) => void
}

/** The list as confirmed, and the proof of identity once for all of it; then how each of them went. */
export function SignList({ items, onReviewRest }: SignListProps) {
  const { t } = useTranslation('signatures')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const { outcomes, isRunning, isCancelled, error, left, run, cancel } = useSignList()
  const rest = items.filter(item => outcomes.get(item)?.state !== 'signed')
  const signed = [...outcomes.values()].flatMap(one => (one.state === 'signed' ? [one.signature] : []))
  const isTried = !isRunning && outcomes.size > 0
  const isOpen = !isRunning && items.some(item => !outcomes.has(item))
  return (
    <>
      <ItemList items={items} outcomes={outcomes} />
      {isRunning && (
        <div role="status" className={classes['head']}>
          <Text>{t('sitting.progress', { done: outcomes.size, count: items.length })}</Text>
          <Progress value={(100 * outcomes.size) / items.length} aria-label={t('sitting.title')} />
          <Group>
            <Button variant="default" onClick={cancel}>
              {t('sitting.cancel')}
            </Button>
          </Group>
        </div>
      )}
      {isTried && rest.length > 0 && (
        <Notice kind="bad" role="alert" title={t('sitting.rest', { count: rest.length })}>
          {isCancelled && t('sitting.cancelled')}
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={() => onReviewRest(rest)}>
              {t('sitting.reviewRest')}
            </Button>
          </Group>
        </Notice>
      )}
      {isOpen && (
        <Proof
          {...{ items, typed, error, left }}
          onType={setTyped}
          onSign={run}
          onReviewAgain={() => onReviewRest(rest)}
        />
      )}
      {isTried && signed.length > 0 && <SignedList signed={signed} />}
    </>
  )
}

interface ItemListProps {
  readonly items: readonly Confirmed[]
  readonly outcomes: Outcomes
}

function ItemList({ items, outcomes }: ItemListProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const titleOf = useItemTitle()
  const textOf = useErrorText()
  return (
    <ol className={classes['steps']}>
      {items.map(item => {
        const outcome = outcomes.get(item)
        return (
          <li key={item.reviewed}>
            <strong>{titleOf(item.request)}</strong>
            <span>{meanings[item.meaning].name[language]}</span>
            <span className={classes['outcome']}>
              {outcome === undefined && t('sitting.confirmed')}
              {outcome?.state === 'failed' && textOf(outcome.error)}
              {outcome?.state === 'signed' && (
                <LinkAnchor
                  to="/signatures/$signatureId"
                  params={{ signatureId: outcome.signature.id }}
                  size="sm"
                >
                  <SignedBy signature={outcome.signature} />
                </LinkAnchor>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** How many were signed, and their documents to take out together. */
function SignedList({ signed }: { readonly signed: readonly SignatureSummary[] }) {
  const { t } = useTranslation('signatures')
  const mayExport = useRight('documents.export')
  const [isExporting, { open, close }] = useDisclosure(false)
  const ids = signed.flatMap(({ document }) => document ?? [])
  return (
    <>
      <SignedHeading count={signed.length} />
      {mayExport && ids.length > 0 && (
        <Group>
          <Button variant="default" onClick={open} aria-haspopup="dialog">
            {t('sitting.export')}
          </Button>
        </Group>
      )}
      {isExporting && <ExportMany ids={ids} onClose={close} />}
    </>
  )
}

interface ProofProps {
  readonly items: readonly Confirmed[]
  readonly typed: TypedCredentials
  readonly onType: (typed: TypedCredentials) => void
  readonly error: unknown
  readonly left: number
  readonly onSign: ReturnType<typeof useSignList>['run']
  readonly onReviewAgain: () => void
}

function Proof({ items, typed, onType, error, left, onSign, onReviewAgain }: ProofProps) {
  const { t } = useTranslation('signatures')
  const asksLoginName = items.some(item => item.asksLoginName) || isLoginNameAsked(error)
  const problem = useSigningProblem(error, asksLoginName, left)
  const missing = missingParts({
    loginName: !asksLoginName || typed.loginName.trim() !== '',
    password: typed.password !== '',
  })
  const sign = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length > 0 || left > 0) return
    const { loginName, ...proof } = typed
    void onSign(items, { ...proof, ...(asksLoginName && { loginName }) })
  }
  return (
    <Sheet isOpen title={t('ceremony.title')} onSubmit={sign}>
      <Credentials
        typed={typed}
        onType={onType}
        asksLoginName={asksLoginName}
        asksLanguage={items.some(({ request }) => makesDocument(request))}
        errors={problem}
      />
      <Refused problem={problem.whole} onReviewAgain={onReviewAgain} />
      <MissingList missing={missing} />
      <Group>
        <Button type="submit" disabled={missing.length > 0 || left > 0}>
          {t('sitting.sign', { count: items.length })}
        </Button>
      </Group>
    </Sheet>
  )
}

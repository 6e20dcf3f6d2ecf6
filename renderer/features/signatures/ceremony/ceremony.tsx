import { Button, Group, Title } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import { DangerButton } from '../../../components/danger-button.tsx'
import { Shortcut } from '../../../shell/shortcut.tsx'
import type { Review } from '../types.ts'
import classes from './ceremony.module.css'
import { Credentials, NOTHING_TYPED } from './credentials.tsx'
import { makesDocument } from './makes-document.ts'
import { MeaningChoice } from './meaning-choice.tsx'
import { MissingList, type MissingPart } from './missing-list.tsx'
import { Preview } from './preview.tsx'
import { Refused } from './refused.tsx'
import { useSigningProblem } from './signing-problem.ts'
import { type Signed, useSign } from './use-sign.ts'

interface CeremonyProps {
  readonly request: SignatureRequest
  readonly review: Review
  /** The record was read to its end; nothing can be typed before. */
  readonly isSeen: boolean
  readonly onSigned: (signed: Signed) => void
  readonly onReviewAgain: () => void
}

/** The act of signing: meaning, name and time, proof of identity. */
export function Ceremony({ request, review, isSeen, onSigned, onReviewAgain }: CeremonyProps) {
  const { t } = useTranslation('signatures')
  const [meaning, setMeaning] = useState<Meaning>()
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const { run, isRunning, error, left } = useSign(onSigned)
  const asksLoginName = review.asksLoginName || isLoginNameAsked(error)
  const problem = useSigningProblem(error, asksLoginName, left)
  const missing = missingParts({
    end: isSeen,
    meaning: meaning !== undefined,
    loginName: !asksLoginName || typed.loginName.trim() !== '',
    password: typed.password !== '',
  })
  const sign = (event: FormEvent) => {
    event.preventDefault()
    const { sha256 } = review
    if (missing.length > 0 || meaning === undefined || sha256 === null || isRunning || left > 0) return
    const { loginName, ...proof } = typed
    void run({
      ...proof,
      ...(asksLoginName && { loginName }),
      items: [{ request, meaning, reviewed: sha256 }],
    })
  }
  const Submit = request.kind === 'withdrawal' ? DangerButton : Button
  return (
    <Sheet isOpen={isSeen} title={t('ceremony.title')} onSubmit={sign}>
      <MeaningChoice offered={review.meanings} value={meaning} onChange={setMeaning} />
      <Credentials
        {...{ typed, asksLoginName }}
        onType={setTyped}
        asksLanguage={makesDocument(request)}
        errors={problem}
      />
      <Preview request={request} language={typed.language} />
      <Refused problem={problem.whole} onReviewAgain={onReviewAgain} />
      <MissingList missing={missing} />
      <Group>
        <Submit
          type="submit"
          loading={isRunning}
          disabled={missing.length > 0 || left > 0}
          rightSection={<Shortcut keys="mod+Enter" />}
        >
          {request.kind === 'withdrawal' ? t('ceremony.withdraw') : t('ceremony.sign')}
        </Submit>
      </Group>
    </Sheet>
  )
}

interface SheetProps {
  readonly isOpen: boolean
  readonly title: string
  readonly onSubmit: (event: FormEvent) => void
  readonly children: ReactNode
}

/** Where one signs; closed until what is signed has been read. */
export function Sheet({ isOpen, title, onSubmit, children }: SheetProps) {
  return (
    <form
      className={classes['sheet']}
      aria-label={title}
      onSubmit={onSubmit}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(event)
      }}
      noValidate
      autoComplete="off"
    >
      <Title order={2} size="h3">
        {title}
      </Title>
      <fieldset className={classes['fields']} disabled={!isOpen}>
        {children}
      </fieldset>
    </form>
  )
}

/** The parts that are not there yet, in the order of the page. */
export function missingParts(there: Readonly<Partial<Record<MissingPart, boolean>>>): MissingPart[] {
  return (Object.keys(there) as MissingPart[]).filter(part => there[part] === false)
}

export function isLoginNameAsked(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'login_name_asked'
}

import type { z } from 'zod'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { noteSigned, type UnlockedKey, unlockSigningKey } from '#main/services/signing-key.ts'
import { transact } from '#main/services/trail.ts'
import { changeMark } from '#main/store/chart-repository.ts'
import { clockFindings } from '#main/store/clock-findings.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { SignatureRequest, SignatureSummary, signatures } from '#shared/api/signatures.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { compose, subjectHash } from './compose.ts'
import type { Composition } from './composition.ts'
import { keepSignature, type Made, makeSignature, noteClock } from './make.ts'
import { summariesOf } from './summaries.ts'

type Input = z.output<typeof signatures.sign.input>
type Item = Input['items'][number]

/** What was reviewed and holds: the slow work can begin. */
interface Reviewed {
  readonly item: Item
  readonly composition: Composition & { readonly subject: Subject }
}

/**
 * Signs what was shown, all or none. What takes time comes first; what is kept is kept only if nothing at all changed
 * in the store meanwhile.
 */
export async function prepareSigning(
  input: Input,
  context: QueryContext,
): Promise<Commit<SignatureSummary[]>> {
  const at = context.now()
  const key = await unlockSigningKey(context, input)
  try {
    noteClock(context, at)
    const mark = changeMark(context.db)
    const made = await withRefusals(context, input, () => make(input, { context, key, at }))
    return writing => commit(made, mark, at, writing)
  } finally {
    key.privateKey.fill(0)
  }
}

interface Signing {
  readonly context: QueryContext
  readonly key: UnlockedKey
  readonly at: Date
}

async function make({ items, language }: Input, { context, key, at }: Signing): Promise<Made[]> {
  refuseTwice(items)
  const reviewed = items.map(item => review(item, context))
  refuseSameDocument(reviewed)
  const made: Made[] = []
  // Asked once: it looks at the whole trail.
  const clock = clockFindings(context.db)
  for (const { item, composition } of reviewed) {
    made.push(await makeSignature({ ...item, language, composition, at, clock }, key, context))
  }
  return made
}

function review(item: Item, context: QueryContext): Reviewed {
  const composition = compose(item.request, context)
  const { subject, blockers, meanings } = composition
  if (subject === null || blockers.length > 0)
    throw new AppError({ code: 'cannot_sign', blockers: [...blockers] })
  if (subjectHash(subject) !== item.reviewed) throw new AppError({ code: 'changed_since_shown' })
  if (!meanings.includes(item.meaning)) throw invalid('meaning', 'this is not a meaning of what is signed')
  return { item, composition: { ...composition, subject } }
}

/** Of two that are about the same, the second would not know of the first. */
function refuseTwice(items: readonly Item[]): void {
  const seen = new Set<string>()
  items.forEach(({ request }, index) => {
    const key = aboutWhat(request)
    if (seen.has(key)) throw invalid(`items[${index}].request`, 'is asked for twice; sign it once')
    seen.add(key)
  })
}

/** Each would be the next revision of what is there now. */
function refuseSameDocument(reviewed: readonly Reviewed[]): void {
  const seen = new Set<string>()
  reviewed.forEach(({ composition: { place } }, index) => {
    if (place.document === null) return
    if (seen.has(place.document)) {
      throw invalid(`items[${index}].request`, 'adds to the same document as another; sign it afterwards')
    }
    seen.add(place.document)
  })
}

function aboutWhat(request: SignatureRequest): string {
  switch (request.kind) {
    case 'eligibility':
      return `${request.patientId} ${request.protocolId}`
    case 'configuration':
      return request.protocolId
    case 'causality':
      return request.event
    case 'countersignature':
    case 'withdrawal':
      return request.of
    case 'document':
      return request.document
  }
}

function commit(made: readonly Made[], mark: string, at: Date, writing: MutationContext): SignatureSummary[] {
  // By this process or another, whatever it was: then what was composed may be another now.
  if (changeMark(writing.db) !== mark) throw new AppError({ code: 'changed_since_shown' })
  for (const one of made) keepSignature(one, writing)
  writing.afterCommit(() => noteSigned(writing.session, at))
  return summariesOf(
    made.map(({ row }) => row.id),
    writing,
  )
}

const REFUSED: readonly ErrorPayload['code'][] = ['cannot_sign', 'changed_since_shown', 'invalid_input']

/** An attempt that came to nothing stays in the trail; wrong passwords are told where they are tried. */
async function withRefusals<T>(context: QueryContext, { items }: Input, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && REFUSED.includes(error.payload.code)) {
      const { payload } = error
      const blockers = payload.code === 'cannot_sign' ? payload.blockers.map(({ code }) => code) : undefined
      const asked = items.map(({ request, meaning }) => ({ meaning, about: aboutWhat(request) }))
      const subject = { kind: 'user', id: context.user.id }
      const newValue = { code: payload.code, asked, ...(blockers && { blockers }) }
      transact(context.session, context, audit => audit({ action: 'signature.refused', subject, newValue }))
    }
    throw error
  }
}

import {
  type ConductContent,
  type ConductPart,
  type ConductVersion,
  conductHistory,
  currentConduct,
  insertConduct,
} from '#main/store/conduct-repository.ts'
import type { conduct } from '#shared/api/conduct.ts'
import { AppError } from '#shared/api/errors.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { scheduleProblems } from '#shared/core/schedule/check-schedule.ts'
import type { MutationContext } from './context.ts'
import { defined } from './defined.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'
import { protocolOf } from './protocol-basis.ts'
import { markProtocol } from './signatures/invalidate.ts'

export const conductHandlers: AreaHandlers<typeof conduct> = {
  get({ protocolId }, { db, protocols }) {
    protocolOf(protocolId, protocols)
    const schedule = currentConduct(db, protocolId, 'schedule')
    const charting = currentConduct(db, protocolId, 'charting')
    const safety = currentConduct(db, protocolId, 'safety')
    return {
      schedule: schedule ? shown(schedule) : null,
      charting: charting ? shown(charting) : null,
      safety: safety ? shown(safety) : null,
    }
  },

  history({ protocolId }, { db, protocols }) {
    protocolOf(protocolId, protocols)
    return {
      schedule: conductHistory(db, protocolId, 'schedule').map(shown),
      charting: conductHistory(db, protocolId, 'charting').map(shown),
      safety: conductHistory(db, protocolId, 'safety').map(shown),
    }
  },

  enterSchedule(input, context) {
    const { definition } = protocolOf(input.protocolId, context.protocols)
    const issues = scheduleProblems(input.content, definition)
    if (issues.length > 0) {
      const at = issues.map(({ path, message }) => ({ path: `content.${path}`, message }))
      throw new AppError({ code: 'invalid_input', issues: at })
    }
    return enter('schedule', input, context)
  },

  enterCharting: (input, context) => enter('charting', input, context),

  enterSafety: (input, context) => enter('safety', input, context),
}

interface Entry<P extends ConductPart> {
  readonly protocolId: ProtocolId
  readonly expectedVersion: number
  readonly reason?: string | undefined
  readonly content: ConductContent<P>
}

function enter<P extends ConductPart>(
  part: P,
  { protocolId, expectedVersion, reason, content }: Entry<P>,
  context: MutationContext,
) {
  const { db, protocols, audit } = context
  protocolOf(protocolId, protocols)
  if (content.protocol !== protocolId) throw invalid('content.protocol', `is ${content.protocol}`)
  const before = currentConduct(db, protocolId, part)
  const entered = {
    ...nextVersion(before, { expectedVersion, reason, entity: part }, context),
    content,
  }
  insertConduct(db, { protocolId, part }, entered)
  audit({
    action: `conduct.enter_${part}`,
    subject: { kind: 'protocol', id: protocolId },
    field: part,
    oldValue: before?.content ?? null,
    newValue: content,
    ...defined({ reason }),
  })
  // What a value is measured against stands beside a judgement of causality.
  if (part === 'charting') markProtocol(protocolId, context)
  return shown(entered)
}

function shown<P extends ConductPart>({ version, enteredAt, authorId, reason, content }: ConductVersion<P>) {
  return { version, enteredAt, author: authorId, ...defined({ reason }), content }
}

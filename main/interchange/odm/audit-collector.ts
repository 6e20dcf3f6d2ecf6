import type { XmlListener } from './read-xml.ts'

/** Who entered something, when and why, as an AuditRecord says it. */
export interface Audit {
  readonly userOid: string
  readonly at: string
  readonly reason?: string
}

/** The elements that an AuditRecord of their own can stand in; whatever stands in them has it too. */
const LEVELS = new Set(['SubjectData', 'StudyEventData', 'FormData'])

/** Reads AuditRecords; `current` is the one that holds where the file is being read. */
export function auditCollector(): XmlListener & { current(): Audit | undefined } {
  const levels: (Audit | undefined)[] = []
  let pending: { userOid: string; at: string; reason?: string } | undefined
  return {
    current: () => levels.findLast(audit => audit !== undefined),
    open(name, attributes) {
      if (LEVELS.has(name)) levels.push(undefined)
      else if (name === 'AuditRecord') pending = { userOid: '', at: '' }
      else if (name === 'UserRef' && pending !== undefined) pending.userOid = attributes['UserOID'] ?? ''
    },
    close(name, text) {
      if (LEVELS.has(name)) levels.pop()
      if (pending === undefined) return
      if (name === 'DateTimeStamp') pending.at = text
      else if (name === 'ReasonForChange') pending.reason = text
      else if (name === 'AuditRecord') {
        levels[levels.length - 1] = pending
        pending = undefined
      }
    },
  }
}

import type { FactContent } from '#shared/core/facts/content.ts'

/** When something happened, as charted; null for a side that is not known. */
export interface Times {
  readonly from: string | null
  readonly to: string | null
}

/** The time of a content: of what happened at once it is `from`. To whom a report went is no time. */
export function timesOf(content: FactContent): Times {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  return { from: on ?? from ?? null, to: content.kind === 'safety_report' ? null : (to ?? null) }
}

/** The names under which a content has its times. */
export function timeNamesOf({ kind }: Pick<FactContent, 'kind'>): ReadonlySet<string> {
  return kind === 'safety_report' ? REPORT : ALL
}

const ALL = new Set(['on', 'from', 'to'])
const REPORT = new Set(['on'])

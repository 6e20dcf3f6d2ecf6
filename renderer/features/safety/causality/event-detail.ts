import type { Api } from '../../../api/api.tsx'

/** One event with all that its causality is judged by, as the engine computes it. */
export type EventDetail = Awaited<ReturnType<Api['adverseEvents']['get']>>

/** A judgement that stands in the chart, with its author. */
export type StandingJudgement = EventDetail['judgements'][number]

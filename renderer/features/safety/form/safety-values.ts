import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { safety } from '#shared/core/facts/safety.ts'
import { typedTime } from '../../chart/form/typed-time.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import { eventContentOf, eventValuesOf } from './event-values.ts'
import {
  awareOf,
  filled,
  followUpsOf,
  followUpText,
  type Reading,
  readingOf,
  splitAware,
} from './typed-safety.ts'

export type SafetyKind = keyof typeof safety

export function isSafetyKind(kind: string): kind is SafetyKind {
  return Object.hasOwn(safety, kind)
}

export function isSafetyContent(content: FactContent): content is FactContentOf<SafetyKind> {
  return isSafetyKind(content.kind)
}

/** What was charted about safety, as somebody would type it. A causality judgement has its own place beside its event. */
export function safetyValuesOf(content: FactContentOf<SafetyKind>, timeZone: string): Values {
  const typed = (time: string) => typedTime(time, timeZone)
  switch (content.kind) {
    case 'adverse_event':
      return eventValuesOf(content, timeZone)
    case 'pregnancy': {
      const { kind: _kind, aware, followUps, number, ...rest } = content
      return {
        ...mapTimes(rest, ['from', 'outcomeOn'], typed),
        ...splitAware(aware, typed),
        ...(number === undefined ? {} : { number: String(number) }),
        followUps: followUpText(followUps, typed),
      }
    }
    case 'safety_report': {
      const { kind: _kind, sent, ...rest } = content
      return {
        ...mapTimes(rest, ['on', 'receivedAt'], typed),
        sent: sent.sha256,
        document: sent.document ?? '',
      }
    }
    case 'result_assessment': {
      const { kind: _kind, significance: _significance, ...rest } = content
      return mapTimes(rest, ['on'], typed)
    }
    case 'unblinding': {
      const { kind: _kind, ...rest } = content
      return mapTimes(rest, ['on'], typed)
    }
    case 'causality':
      return {}
  }
}

function mapTimes(
  fields: Readonly<Record<string, string | undefined>>,
  times: readonly string[],
  typed: (time: string) => string,
): Values {
  const filled = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return Object.fromEntries(
    filled.map(([name = '', value = '']) => [name, times.includes(name) ? typed(value) : value]),
  )
}

/** What a form about safety says, for `FactContent` to check: empty fields are absent. */
export function safetyContentOf(kind: SafetyKind, values: Values, timeZone: string): Record<string, unknown> {
  if (kind === 'adverse_event') return eventContentOf(values, timeZone)
  return filled({ kind, ...contentOf(kind, readingOf(values, timeZone)) })
}

function contentOf(kind: Exclude<SafetyKind, 'adverse_event'>, reading: Reading): Record<string, unknown> {
  const { text, time, day } = reading
  switch (kind) {
    case 'pregnancy':
      return {
        ...{ from: time('from'), protocol: text('protocol'), aware: awareOf(reading) },
        ...{
          lastMenstruation: day('lastMenstruation'),
          dueOn: day('dueOn'),
          number: numberIn(text('number')),
        },
        ...{ outcome: text('outcome'), outcomeOn: time('outcomeOn'), newborn: text('newborn') },
        followUps: followUpsOf(reading),
      }
    case 'safety_report':
      return {
        ...{ on: time('on'), event: text('event'), to: text('to'), stage: text('stage') },
        ...{ recipient: text('recipient'), how: text('how'), receivedAt: time('receivedAt') },
        sent: filled({ sha256: text('sent'), document: text('document') }),
        lateReason: text('lateReason'),
      }
    case 'result_assessment':
      return {
        ...{ on: time('on'), result: text('result'), term: text('term'), ground: text('ground') },
        significance: 'not_significant',
      }
    case 'unblinding':
      return {
        ...{ on: time('on'), protocol: text('protocol'), reason: text('reason'), event: text('event') },
        ...{ requestedBy: text('requestedBy'), performedBy: text('performedBy') },
      }
    case 'causality':
      return {}
  }
}

function numberIn(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : text
}

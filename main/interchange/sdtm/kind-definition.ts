import { type LocalizedText, text } from '#shared/core/text.ts'
import type { DomainCode } from './domains.ts'

/** One test of a findings data set: at most 8 characters, its name, and the unit in which it is charted. */
export interface Test {
  readonly code: string
  readonly name: LocalizedText
  readonly unit?: string
  /** Whether code and name are terms of CDISC, or Lobule's. */
  readonly cdisc: boolean
}

/** How a kind of fact stands in SDTM: which data set, as what, and which attribute becomes which variable. */
export interface KindDefinition {
  readonly domain: DomainCode
  /** What it is called where the record has no name of its own for it. */
  readonly topic: string
  readonly category?: string
  /** The attribute that holds its name. */
  readonly topicFrom?: string
  /** Attribute to variable, the latter without its prefix. */
  readonly as?: Readonly<Record<string, string>>
  /** Variables that are the same for all, without prefix. */
  readonly fixed?: Readonly<Record<string, string>>
  /** The unit of a dose. */
  readonly doseUnit?: string
  /** Attributes that are results of tests. */
  readonly tests?: Readonly<Record<string, Test>>
}

/** A test whose code and name are CDISC's. */
export function cdiscTest(code: string, words: readonly [en: string, zh: string], unit?: string): Test {
  return { code, name: text(...words), cdisc: true, ...(unit !== undefined && { unit }) }
}

/** A test that CDISC has no code for, or none that we know for certain. */
export function ownTest(code: string, words: readonly [en: string, zh: string], unit?: string): Test {
  return { ...cdiscTest(code, words, unit), cdisc: false }
}

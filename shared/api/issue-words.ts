import type { Language } from '../core/text.ts'
import { issueTable, issueValues } from './issue-table.ts'

/** What is said of a wrong field, in a language. Words that have no Chinese stay English rather than be lost. */
export function issueText(message: string, language: Language): string {
  return language === 'en' ? message : (chineseIssue(message) ?? message)
}

/** The Chinese of such a message; undefined where the table has none. */
export function chineseIssue(message: string): string | undefined {
  const exact = sentences.get(message) ?? issueValues[message]
  if (exact !== undefined) return exact
  for (const { pattern, chinese } of patterns) {
    const found = pattern.exec(message)
    if (found) return filled(chinese, found)
  }
  return undefined
}

const sentences = new Map(issueTable)

const patterns = issueTable
  .filter(([english]) => english.includes('{1}'))
  .map(([english, chinese]) => ({ pattern: patternOf(english), chinese, length: english.length }))
  // The longer sentence says more: "must be one of {1}" before "must be {1}".
  .sort((a, b) => b.length - a.length)

function patternOf(english: string): RegExp {
  const parts = english.split(/\{\d\}/).map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(.*)')}$`, 's')
}

function filled(chinese: string, found: RegExpExecArray): string {
  return chinese.replaceAll(/\{(\d)(?::(list|word))?\}/g, (_whole, place: string, kind?: string) => {
    const value = found[Number(place)] ?? ''
    if (kind === 'word') return chineseIssue(value) ?? value
    return kind === 'list' ? value.replaceAll(', ', '、').replaceAll(' or ', ' 或 ') : value
  })
}

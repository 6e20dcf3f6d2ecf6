import { z } from 'zod'
import { type InputIssue, issuesOf } from '#shared/api/errors.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { type FileIssue, inputIssues, invalidFile, parseJson } from './json-file.ts'
import { checkLaboratoryUnit } from './ucum.ts'

/** The part of a chart that the check of units reads, so that it also runs where other fields are wrong. */
const Measured = z.object({
  facts: z.array(
    z
      .object({ content: z.object({ kind: z.literal('laboratory'), loinc: z.string(), unit: z.string() }) })
      .or(z.unknown().transform(() => undefined)),
  ),
})

const Numbered = z.object({ candidate: z.object({ screeningNumber: z.string() }) })

/**
 * The charts of a facts file: one candidate or an array of them. Every mistake of the whole file is told at once. A
 * mistake names its candidate by place only: a screening number is patient data and stays out of errors.
 */
export async function parseFacts(text: string, file: string): Promise<readonly Chart[]> {
  const value = parseJson(text, file)
  const many: readonly unknown[] = Array.isArray(value) ? value : [value]
  const schema = Array.isArray(value) ? z.array(Chart).min(1, 'holds no candidate') : Chart
  const parsed = schema.safeParse(value)
  const problems: InputIssue[] = parsed.success ? [] : issuesOf(parsed.error)
  for (const [index, chart] of many.entries()) {
    problems.push(...inputIssues(await unitProblems(chart, Array.isArray(value) ? [index] : [])))
  }
  problems.push(...inputIssues(sharedNumbers(many)))
  if (!parsed.success || problems.length > 0) throw invalidFile(file, problems)
  return Array.isArray(parsed.data) ? parsed.data : [parsed.data]
}

async function unitProblems(chart: unknown, path: readonly number[]): Promise<FileIssue[]> {
  const measured = Measured.safeParse(chart)
  const problems: FileIssue[] = []
  for (const [index, fact] of (measured.success ? measured.data.facts : []).entries()) {
    if (fact === undefined) continue
    const { loinc, unit } = fact.content
    const message = unit === '' ? undefined : await checkLaboratoryUnit(loinc, unit)
    if (message !== undefined) problems.push({ path: [...path, 'facts', index, 'content', 'unit'], message })
  }
  return problems
}

function sharedNumbers(charts: readonly unknown[]): FileIssue[] {
  const seen = new Map<string, number>()
  return charts.flatMap((chart, index): FileIssue[] => {
    const numbered = Numbered.safeParse(chart)
    if (!numbered.success) return []
    const number = numbered.data.candidate.screeningNumber.trim()
    const earlier = seen.get(number)
    if (earlier === undefined) {
      seen.set(number, index)
      return []
    }
    const message = `is that of candidate [${earlier}] too; one of them is wrong`
    return [{ path: [index, 'candidate', 'screeningNumber'], message }]
  })
}

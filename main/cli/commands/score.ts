import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { CalcError, calcNames, calculate } from '#shared/core/scores/calc.ts'
import { command } from '../command.ts'
import { say, type Terminal } from '../terminal.ts'

/** Calculates scores line by line; needs no store. A line that cannot be calculated does not stop the others. */
export const scoreCommand = command({
  name: 'score',
  summary: 'Calculate scores and grades: JSON lines in, JSON lines out. Keeps nothing.',
  operands: ['[FILE]'],
  options: {},
  details: [
    'FILE holds one {"id", "calc", "inputs"} a line; without it, or with -, standard input is read.',
    'Each line is answered by {"id", "calc", "result"}, or by {"id", "calc", "error": {"field", "message"}}.',
    'Exit code 1 where at least one line had an error.',
    '',
    'Bilirubin, creatinine and albumin may be written in mg/dL and g/dL or, as bilirubin_umol_L,',
    'creatinine_umol_L and albumin_g_L, in SI units. An input that is missing or null is never filled in.',
    'child_pugh scores in mg/dL, with "bilirubin_bands": "SI" by 34 and 51 µmol/L. meld_3_0 without age_y is',
    'that of adults. ctcae_v5 has the grade null where its inputs decide none; INR without anticoagulation and',
    'sodium without symptomatic are graded as the worse of both, and "assumed" says so.',
    '',
    'calc is one of:',
    ...calcNames.map(name => `  ${name}`),
  ].join('\n'),

  async run({ operands: [file = '-'] }, terminal) {
    return file === '-'
      ? answerAll(createInterface({ input: terminal.stdin }), terminal)
      : fromFile(file, terminal)
  },
})

async function fromFile(file: string, terminal: Terminal): Promise<0 | 1> {
  const handle = await open(file).catch((cause: unknown) => {
    const issues = [{ path: '', message: 'cannot be read; is the name right?' }]
    throw new AppError({ code: 'invalid_file', file: basename(file), issues }, { cause })
  })
  await using _ = handle
  return await answerAll(handle.readLines(), terminal)
}

async function answerAll(lines: AsyncIterable<string>, { stdout }: Terminal): Promise<0 | 1> {
  let failed = false
  for await (const line of lines) {
    if (line.trim() === '') continue
    const answer = answerOf(line.replace(/^\uFEFF/, ''))
    failed ||= 'error' in answer
    say(stdout, JSON.stringify(answer))
  }
  return failed ? 1 : 0
}

/** What else stands in a line, such as its source, is left alone. */
const Line = z.object({
  id: z.union([z.string(), z.number()], { error: 'a text or a number' }),
  calc: z.string({ error: `one of ${calcNames.join(', ')}` }),
  inputs: z.looseObject({}, { error: 'the inputs by their names' }),
})

interface Answer {
  readonly id: unknown
  readonly calc: unknown
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly field: string; readonly message: string }
}

function answerOf(text: string): Answer {
  const line = jsonOf(text)
  const { id = null, calc = null } = z.looseObject({}).safeParse(line).data ?? {}
  const parsed = Line.safeParse(line)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = issue?.path.join('.') || 'line'
    return { id, calc, error: { field, message: issue?.path.length ? issue.message : 'is no JSON object' } }
  }
  try {
    return { id, calc, result: calculate(parsed.data.calc, parsed.data.inputs) }
  } catch (error) {
    if (!(error instanceof CalcError)) throw error
    return { id, calc, error: { field: error.field, message: error.message } }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

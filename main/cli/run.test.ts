import { describe, expect, it } from 'vitest'
import { lobule, memoryTerminal } from '#test/support/command-line.ts'
import { command } from './command.ts'
import { commands } from './commands.ts'
import { run } from './run.ts'

describe('the command line', () => {
  it('lists every command', async () => {
    const { code, out } = await lobule(['--help'])
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(name)
  })

  it.each(commands)('explains $name with every option', async ({ name, options }) => {
    const { code, out, err } = await lobule([...name.split(' '), '--help'])
    expect([code, err]).toEqual([0, ''])
    for (const option of Object.keys(options)) expect(out).toContain(`--${option}`)
  })

  it.each([
    ['nothing', [], 'name a command'],
    ['an unknown command', ['enrol'], 'no such command'],
    ['half a command', ['audit'], 'no such command'],
    ['a command with a tail', ['screening'], 'no such command'],
    ['an unknown option', ['screen', '--fact', 'a.json'], "Unknown option '--fact'"],
    ['an option without its value', ['screen', '--facts'], 'argument missing'],
    ['a missing option', ['screen'], '--facts is missing'],
    ['a word too many', ['protocols', 'all'], 'too many'],
    ['a missing word', ['schema'], 'NAME is missing'],
    ['an unknown schema', ['schema', 'constructor'], 'facts, verdict, criteria, readings'],
    ['an unknown protocol', ['screen', '--facts', '-', '--protocol', 'NCT1'], 'NCT05106972, NCT07413549'],
    ['an impossible day', ['screen', '--facts', '-', '--on', '2026-02-30'], 'such as 2026-11-14'],
    ['an unknown language', ['demo', '--lang', 'fr'], 'en or zh-CN'],
  ])('answers %s with the usage and exit code 2', async (_what, args, problem) => {
    const { code, out, err } = await lobule(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(problem)
    expect(err).toContain('Usage: lobule')
  })

  it('takes no password as an argument, and does not repeat one', async () => {
    const { code, err } = await lobule(['audit', 'verify', '--password=Winter-sun-2026', '--user', 'chen'])
    expect(code).toBe(2)
    expect(err).toContain("Unknown option '--password'")
    expect(err).not.toContain('Winter')
  })

  it('[S1] tells a bug by its place, without the words of the error', async () => {
    const broken = command({
      name: 'broken',
      summary: '',
      options: { json: { type: 'boolean', help: '' } },
      run: () => Promise.reject(new TypeError('王小明 born 1966-03-14')),
    })
    const { terminal, written } = memoryTerminal()
    expect(await run([broken], ['broken', '--json'], terminal)).toBe(1)
    expect(written.err).toMatch(/Something went wrong.*Reference: /s)
    expect(JSON.parse(written.out)).toMatchObject({ error: { code: 'internal' } })
    expect(written.out + written.err).not.toMatch(/王小明|1966/)
  })
})

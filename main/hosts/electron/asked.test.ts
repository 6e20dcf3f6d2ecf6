import { expect, it } from 'vitest'
import { askedOf } from './asked.ts'

it.each([
  [[], { data: undefined, sample: false }],
  [['--sample'], { data: undefined, sample: true }],
  [['--data', '/ward 3', '--sample'], { data: '/ward 3', sample: true }],
  [['--data=/ward'], { data: '/ward', sample: false }],
  [['--inspect=0', '--remote-debugging-port=0', '.', '--sample'], { data: undefined, sample: true }],
  [['--data'], { data: undefined, sample: false }],
])('%j opens %j', (args, asked) => {
  expect(askedOf(args)).toEqual(asked)
})

import { createHash } from 'node:crypto'
import { type Draw, drawFrom } from '#test/bench/synthetic/draw.ts'
import type { Template } from './template.ts'

/** What a class of faults is tried with. */
export interface Trial {
  readonly template: Template
  /** To work in; with Chinese characters and spaces in its path. */
  readonly folder: string
  readonly seed: number
  /** How many trials of the class are wanted. */
  readonly count: number
  /** The chance of one trial, by its name: the same for the same seed, whatever was tried before. */
  readonly draw: (name: string) => Draw
}

/** The chance of each trial under a seed. */
export function drawsOf(seed: number): Trial['draw'] {
  return name => drawFrom(createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE())
}

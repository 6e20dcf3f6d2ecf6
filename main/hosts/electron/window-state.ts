import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { SMALLEST_WINDOW } from './policy.ts'

/** A rectangle of the screen, in its own units. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the window was left. */
export const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST_WINDOW.width),
  height: z.int().min(SMALLEST_WINDOW.height),
  isMaximized: z.boolean(),
  /** Chromium's steps: 0 is 100 %, each step a fifth. */
  zoomLevel: z.number().min(-4).max(6),
})
export type WindowState = z.infer<typeof WindowState>

const USUAL = { width: 1440, height: 900 }

/** How much of the window must be on some display for it to be found and moved with the mouse. */
const VISIBLE = 120

/** Where to open: as it was left, if a display still shows that place, else in the middle of the first display. */
export function placeWindow(left: WindowState | undefined, displays: readonly Area[]): WindowState {
  const [first = { x: 0, y: 0, ...USUAL }] = displays
  if (left && displays.some(display => isVisible(left, display))) return left
  const width = Math.max(SMALLEST_WINDOW.width, Math.min(left?.width ?? USUAL.width, first.width))
  const height = Math.max(SMALLEST_WINDOW.height, Math.min(left?.height ?? USUAL.height, first.height))
  return {
    x: Math.round(first.x + Math.max(0, first.width - width) / 2),
    y: Math.round(first.y + Math.max(0, first.height - height) / 2),
    width,
    height,
    isMaximized: left?.isMaximized ?? false,
    zoomLevel: left?.zoomLevel ?? 0,
  }
}

/** The title bar counts, with enough of its width to take hold of. */
function isVisible(window: Area, display: Area): boolean {
  const width = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const isTopInside = window.y >= display.y && window.y <= display.y + display.height - VISIBLE
  return width >= VISIBLE && isTopInside
}

/** The state that was kept, or none where there is no file or it says nothing usable. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return WindowState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Keeps the state, whole or not at all. Where it cannot be written, the window opens in its usual place next time. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    // See above.
  }
}

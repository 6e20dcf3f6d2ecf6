import type { Page } from '@playwright/test'

/** Turns of the wheel that are timed. */
const TURNS = 8

/** One turn: sideways moves time, with Ctrl it zooms. Half of them go back, so that both stay within what is charted. */
interface Turn {
  readonly ctrlKey: boolean
  readonly deltaX: number
  readonly deltaY: number
}

export const PAN: Turn = { ctrlKey: false, deltaX: 40, deltaY: 0 }
export const ZOOM: Turn = { ctrlKey: true, deltaX: 0, deltaY: -60 }

/** Milliseconds of each frame while a wheel is turned over the middle of `target`, one turn in every frame. */
export function frames(page: Page, target: string, turn: Turn): Promise<number[]> {
  return page.evaluate(
    async ([selector, wheel, turns]) => {
      const element = document.querySelector(selector)
      if (element === null) throw new Error(`no ${selector}`)
      const { left, top, width, height } = element.getBoundingClientRect()
      const at = { clientX: left + width / 2, clientY: top + height / 2 }
      const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
      const times: number[] = []
      let last = await frame()
      for (let index = 0; index < turns; index += 1) {
        const way = index < turns / 2 ? 1 : -1
        const moved = { deltaX: wheel.deltaX * way, deltaY: wheel.deltaY * way }
        element.dispatchEvent(
          new WheelEvent('wheel', { ...wheel, ...moved, ...at, bubbles: true, cancelable: true }),
        )
        const now = await frame()
        times.push(now - last)
        last = now
      }
      return times
    },
    [target, turn, TURNS] as const,
  )
}

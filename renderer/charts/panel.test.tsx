import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { CrosshairProvider } from './crosshair.tsx'
import { Panel } from './panel.tsx'
import type { PanelFrame } from './panel-frame.ts'

afterEach(() => vi.restoreAllMocks())

const frame: PanelFrame = {
  ...{ axis: { from: 0, to: 100 }, day0: null, visits: [], marks: [], days: [] },
  ...{ baselineWord: '', dateOfTick: (date: string) => date, weekOfTick: String },
}

it('keeps its room and its words out of sight, and is drawn there for the printer only', () => {
  const below = { top: 9000, bottom: 9112 } as DOMRect
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(below)
  render(
    <CrosshairProvider>
      <Panel
        {...{ frame, lines: [], width: 250, height: 112 }}
        label="Albumin: 3 values"
        onOpen={() => undefined}
      />
    </CrosshairProvider>,
  )
  const panel = screen.getByRole('img', { name: 'Albumin: 3 values' })
  expect(panel.style.height).toBe('112px')
  expect(panel.querySelector('svg')).toBeNull()
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(panel.querySelector('svg')).not.toBeNull()
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(panel.querySelector('svg')).toBeNull()
})

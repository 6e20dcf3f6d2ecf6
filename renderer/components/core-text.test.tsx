import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { verbatim } from '#shared/core/text.ts'
import { startSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { useCoreText } from './core-text.ts'

function Told({ text }: { readonly text: string }) {
  return <p>{useCoreText()(verbatim(text))}</p>
}

it.each([
  ['PLT 64 10*9/L (≥ 30 10*9/L)', 'PLT 64 ×10⁹/L (≥ 30 ×10⁹/L)'],
  ['INR 1.18 {INR} on 2026-11-18 07:40', 'INR 1.18 on 18 Nov 2026 07:40'],
  ['temperature 38.2 Cel', 'temperature 38.2 °C'],
  ['Stem Cell Transplantation since 2014-06', 'Stem Cell Transplantation since 2014-06'],
])('prints "%s" as "%s"', async (text, printed) => {
  const site = await startSite()
  await showPage(site, { children: <Told text={text} /> })
  expect(screen.getByText(printed).textContent).toBe(printed)
  site.dispose()
})

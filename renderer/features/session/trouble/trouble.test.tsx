import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import { Trouble as PlaceTrouble } from '#shared/api/place-trouble.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import type { Trouble } from './trouble.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  site.lock()
})
afterEach(() => site.dispose())

const every: readonly Trouble[] = [
  ...(['database', 'keyring'] as const).map(part => ({ code: 'store_missing' as const, part })),
  ...(['database', 'keyring', 'trail'] as const).map(part => ({ code: 'store_damaged' as const, part })),
  { code: 'store_newer', store: 110, application: 100 },
  { code: 'store_in_use' },
  ...PlaceTrouble.options.map(trouble => ({ code: 'no_place' as const, place: 'store' as const, trouble })),
]

/** The page of an engine that answers everything with one failure. */
async function showTrouble(trouble: Trouble, language: 'en' | 'zh-CN') {
  const status = () => Promise.reject(new AppError(trouble))
  const page = await showPage({ api: { ...site.api, site: { ...site.api.site, status } } }, { language })
  const heading = await screen.findByRole('heading', { level: 1 })
  await screen.findByText(site.directory)
  expect(document.activeElement).toBe(heading)
  const main = screen.getByRole('main')
  const steps = within(main)
    .getAllByRole('listitem')
    .map(item => item.textContent ?? '')
  const said = { title: heading.textContent ?? '', steps, text: main.textContent ?? '' }
  page.unmount()
  return said
}

describe('a store that cannot be opened', () => {
  it.each(['en', 'zh-CN'] as const)('says of each cause something of its own, in %s', async language => {
    const said = []
    for (const trouble of every) said.push(await showTrouble(trouble, language))
    expect(new Set(said.map(({ title }) => title)).size).toBe(every.length)
    expect(new Set(said.map(({ steps }) => steps.join())).size).toBe(every.length)
    for (const { steps, text } of said) {
      expect(steps.length).toBeGreaterThan(1)
      expect(text).toContain(language === 'en' ? 'What is safe' : '数据安全情况')
    }
  })

  it('[N1] names the versions where a newer Lobule wrote it', async () => {
    const { text } = await showTrouble({ code: 'store_newer', store: 110, application: 100 }, 'en')
    expect(text).toContain('The store has version 110; this Lobule knows versions up to 100.')
  })

  it.each([
    [{ code: 'store_in_use' }, false],
    [{ code: 'no_place', place: 'store', trouble: 'full' }, false],
    [{ code: 'store_damaged', part: 'trail' }, true],
    [{ code: 'no_place', place: 'store', trouble: 'failing' }, true],
  ] as const)('offers a backup only where one helps: %o', async (trouble, isOffered) => {
    const { text } = await showTrouble(trouble, 'en')
    expect(text.includes('Restore a backup…')).toBe(isOffered)
  })
})

describe('an engine that ended', () => {
  it('says that what was saved is safe, then what to do where it does not come back', async () => {
    const { tell } = await showPage(site)
    await screen.findByRole('button', { name: 'Unlock' })
    vi.useFakeTimers()
    try {
      act(() => tell({ event: 'engine_down' }))
      expect(screen.getByText('The engine stopped and is being started again')).toBeTruthy()
      expect(screen.queryByRole('alert')).toBeNull()
      act(() => void vi.advanceTimersByTime(15_000))
      expect(screen.getByRole('alert').textContent).toContain('close Lobule and open it again')
    } finally {
      vi.useRealTimers()
    }
    tell({ event: 'engine_up' })
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy()
  })
})

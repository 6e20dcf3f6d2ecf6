import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
beforeEach(async () => {
  // jsdom lays nothing out; in a window of no height no line would be shown.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800)
  site = await startSite()
})
afterEach(() => {
  vi.restoreAllMocks()
  site.dispose()
})

const register = (screeningNumber: string, initials: string, birthDate: string) =>
  site.api.patients.register({
    ...{ screeningNumber, initials, sex: 'male', birthDate: PartialDate.parse(birthDate) },
  })

/** S-010 is older than the first protocol allows; of the others it cannot be told yet. */
async function showThree(at = '/') {
  await register('S-010', 'CXY', '1950-01-01')
  await register('S-002', 'ZWM', '1976-03-14')
  await register('S-001', 'LGH', '1965')
  const page = await showPage(site, { at })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Ineligible 1' })).toBeTruthy())
  return page
}

const numbers = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)

it('says what a candidate is while there is none, and leads to the first', async () => {
  const { user } = await showPage(site)
  expect(await screen.findByRole('heading', { level: 1, name: 'No candidates yet' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Add a candidate/ }))
  expect(await screen.findByRole('textbox', { name: /Screening number/ })).toBeTruthy()
})

it('lists everybody by number with what both protocols say', async () => {
  await showThree()
  expect(numbers()).toEqual(['S-001', 'S-002', 'S-010'])
  const line = screen.getByRole('row', { name: /S-010/ })
  expect(within(line).getByText('Ineligible')).toBeTruthy()
  expect(within(line).getByText(/fails I1 E1/)).toBeTruthy()
  expect(within(line).getByText('Criteria not entered')).toBeTruthy()
})

it('finds by initials without writing them into the address', async () => {
  const { user } = await showThree()
  await user.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Number, initials or name' }))
  await user.keyboard('ｃｘｙ')
  await waitFor(() => expect(numbers()).toEqual(['S-010']))
  expect(window.location.hash).not.toMatch(/cxy/i)
})

it('filters by how candidates stand, and offers the way back where nobody is left', async () => {
  const { user } = await showThree()
  await user.click(screen.getByRole('button', { name: 'Cannot tell yet 2' }))
  await waitFor(() => expect(numbers()).toEqual(['S-001', 'S-002']))
  await user.click(screen.getByRole('button', { name: /^Within 28 days 0/ }))
  expect(await screen.findByText('No candidate fits')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }))
  await waitFor(() => expect(numbers()).toHaveLength(3))
})

it('takes its filters from the address', async () => {
  await showThree('/?standing=ineligible&protocol=NCT05106972')
  expect(numbers()).toEqual(['S-010'])
})

it('is walked by arrows and opened by Enter, and comes back to the same line', async () => {
  const { user } = await showThree()
  screen.getByRole('row', { name: /S-001/ }).focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^S-002/))
  await user.keyboard('{End}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^S-010/))
  await user.keyboard('{Home}{ArrowDown}{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'S-002' })).toBeTruthy()
  expect(screen.getByText('2 of 3')).toBeTruthy()
  window.history.back()
  const line = await screen.findByRole('row', { name: /S-002/ })
  expect(line.getAttribute('tabindex')).toBe('0')
})

it('goes from the search to the first line found by the arrow down, at once', async () => {
  const { user } = await showThree()
  await user.keyboard('/s-0')
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^S-001/))
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^S-002/))
  await user.keyboard('/')
  await user.clear(screen.getByRole('textbox', { name: 'Number, initials or name' }))
  await user.keyboard('cxy{ArrowDown}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^S-010/))
})

it('shows nobody while privacy mode is on', async () => {
  const { user } = await showThree()
  await user.keyboard('{F9}')
  expect(await screen.findByText(/hidden while privacy mode is on/)).toBeTruthy()
  expect(screen.queryByText('S-002')).toBeNull()
  expect(document.body.textContent).not.toMatch(/S-0\d\d|ZWM/)
  await user.keyboard('{F9}')
  expect((await screen.findAllByRole('rowheader')).length).toBe(3)
})

it('says what to find out first, and who waits for it', async () => {
  const { user } = await showThree()
  await user.click(screen.getByRole('link', { name: 'Find out first' }))
  const item = await screen.findByRole('button', { name: /albumin infusion/ })
  await user.click(item)
  expect(item.getAttribute('aria-expanded')).toBe('true')
  await user.click(await screen.findByRole('link', { name: 'S-001' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'S-001' })).toBeTruthy()
})

it('counts per criterion how many people it keeps out', async () => {
  const { user } = await showThree()
  await user.click(screen.getByRole('link', { name: 'Attrition' }))
  const line = await screen.findByRole('row', { name: /^I1/ })
  const cells = within(line)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)
  expect(cells.slice(1, 3)).toEqual(['1', '1'])
  expect(screen.getByText('0 of 3 pass every criterion')).toBeTruthy()
})

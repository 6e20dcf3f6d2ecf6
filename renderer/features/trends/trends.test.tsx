import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let id: PatientId
beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    screeningNumber: 'S-001',
    initials: 'ZWM',
    sex: 'male',
  })
  id = patient.id
})
afterEach(() => site.dispose())

async function chart(on: string, loinc: string, value: string, more: object = {}) {
  const content = FactContent.parse({
    ...{
      kind: 'laboratory',
      on,
      loinc,
      value,
      unit: loinc === '1742-6' ? 'U/L' : 'g/L',
      laboratory: 'City Hospital',
    },
    ...more,
  })
  await site.api.facts.record({ patientId: id, facts: [{ content }] })
}

const show = (language: 'en' | 'zh-CN' = 'en') => showPage(site, { at: `/candidates/${id}/trends`, language })

describe('the trends of a candidate', () => {
  it('says what will be there while nothing is charted', async () => {
    await show()
    expect(await screen.findByText('Nothing to draw yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'To the chart' })).toBeTruthy()
  })

  describe('of values', () => {
    beforeEach(async () => {
      await chart('2026-08-03', '1742-6', '80', { range: { low: '9', high: '50' } })
      await chart('2026-09-07', '1742-6', '61', { range: { low: '7', high: '40' } })
      await chart('2026-09-07', '1751-7', '31.5', { range: { low: '40', high: '55' } })
    })

    it('draws a chart for each, says the latest value, and that there is no baseline to compare with', async () => {
      await show()
      const liver = await screen.findByRole('region', { name: 'Liver function' })
      expect(
        within(liver).getByRole('img', {
          name: 'Alanine aminotransferase: 2 values, latest 61 U/L on 7 Sep 2026',
        }),
      ).toBeTruthy()
      expect(screen.getByText(/Not in a trial: calendar dates/)).toBeTruthy()
      expect(screen.getByText(/There is no baseline/)).toBeTruthy()
      expect(screen.getByRole('radio', { name: '× baseline' })).toHaveProperty('disabled', true)
    })

    it('shows the same as a table by one key, each value as printed, and opens its entry', async () => {
      const { user } = await show()
      await screen.findByRole('region', { name: 'Liver function' })
      await user.keyboard('t')
      const table = await screen.findByRole('table', { name: /Alanine aminotransferase/ })
      const [, newest, oldest] = within(table).getAllByRole('row')
      expect(newest?.textContent).toContain('7 Sep 2026')
      expect(newest?.textContent).toContain('7–40')
      expect(newest?.textContent).toContain('1.52')
      expect(oldest?.textContent).toContain('1.6')
      await user.click(within(table).getByRole('button', { name: '61 U/L' }))
      const panel = await screen.findByRole('complementary', { name: 'Beside the candidate' })
      expect(await within(panel).findByText(/61/)).toBeTruthy()
    })

    it('opens the score of a day with what it was computed from', async () => {
      await chart('2026-09-07', '14631-6', '55.3', { unit: 'umol/L' })
      const { user } = await show()
      await screen.findByRole('region', { name: 'Scores' })
      await user.keyboard('t')
      const albi = await screen.findByRole('table', { name: /^ALBI/ })
      await user.click(within(albi).getByRole('button', { name: /grade 2/ }))
      const detail = screen.getByRole('region', { name: 'ALBI' })
      expect(within(detail).getByRole('button', { name: /55\.3 µmol\/L/ })).toBeTruthy()
      expect(within(detail).getByText(/0\.66 log10/)).toBeTruthy()
    })

    it('compares two days', async () => {
      const { user } = await show()
      await user.click(await screen.findByRole('radio', { name: 'Two visits' }))
      const row = (await screen.findByRole('rowheader', { name: 'Alanine aminotransferase' })).closest('tr')
      expect(row?.textContent).toContain('−19 U/L')
    })

    it('shows no other patient while privacy mode is on', async () => {
      await site.api.patients.register({ screeningNumber: 'S-002', initials: 'QQ', sex: 'female' })
      const { user } = await show()
      await user.click(await screen.findByRole('radio', { name: 'Two patients' }))
      expect(await screen.findByRole('combobox', { name: 'Compare with' })).toBeTruthy()
      await user.click(screen.getByRole('button', { name: /Privacy/ }))
      expect(await screen.findByText('Other patients are hidden while privacy mode is on.')).toBeTruthy()
      expect(screen.queryByRole('combobox', { name: 'Compare with' })).toBeNull()
    })

    it('is there in Chinese', async () => {
      await show('zh-CN')
      expect(await screen.findByRole('region', { name: '肝功能' })).toBeTruthy()
    })
  })
})

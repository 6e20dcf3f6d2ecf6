import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { enter, prefer, settled, stops } from '#test/screens/tour.ts'
import { test } from '#test/support/e2e/app.ts'

// The same page on both hosts: looked at once, where axe can open the pages that it needs.
test.skip(({ hostName }) => hostName === 'electron', 'the page is the same; axe runs on the loopback host')

for (const theme of ['light', 'dark'] as const) {
  test.describe(`WCAG 2.1 AA, ${theme}`, () => {
    test('first run', async ({ app }) => {
      await prefer(app.page, { language: 'en', theme })
      await settled(app.page)
      expect(await violationsOf(app.page)).toEqual([])
    })

    test.describe('with the sample site', () => {
      test.use({ site: 'sample' })

      test('the unlock screen and every screen behind it', async ({ app }) => {
        test.setTimeout(600_000)
        const { page } = app
        await prefer(page, { language: theme === 'light' ? 'en' : 'zh-CN', theme })
        await settled(page)
        const found = { unlock: await violationsOf(page) }
        await enter(page)
        for (const { name, go } of stops) {
          await go(page)
          Object.assign(found, { [name]: await violationsOf(page) })
        }
        const wrong = Object.entries(found).filter(([, violations]) => violations.length > 0)
        expect(Object.fromEntries(wrong)).toEqual({})
      })
    })
  })
}

async function violationsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

import { configure, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { Language } from '#shared/core/text.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

// The engine derives keys and the machine may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 8000 })

let site: TestSite | undefined
afterEach(() => site?.dispose())

interface Opened {
  readonly contents?: readonly unknown[]
  readonly request?: (ids: readonly string[]) => object
  readonly language?: Language
}

const newEvent = () => ({ open: 'enter', kind: 'adverse_event' })

async function openForm({ contents = [], request = newEvent, language = 'en' }: Opened = {}) {
  const test = await startSite()
  site = test
  const { patient } = await test.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' },
  })
  const patientId = patient.id
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  const recorded = facts.length === 0 ? [] : (await test.api.facts.record({ patientId, facts })).facts
  const panel = encodeURIComponent(JSON.stringify(request(recorded.map(({ id }) => id))))
  const { user } = await showPage(test, { at: `/candidates/${patientId}/chart?panel=${panel}`, language })
  const current = async () => (await test.api.facts.list({ patientId })).map(({ content }) => content)
  return { test, user, patientId, recorded, current }
}

const term = () => screen.findByRole('combobox', { name: /Event as reported/ })
const field = (name: RegExp) => screen.getByRole('textbox', { name })

const fever = {
  ...{ kind: 'adverse_event', from: '2026-11-20', term: 'Fever', ctcae: 'fever', serious: 'no' },
  grades: [{ grade: 1, from: '2026-11-20' }],
}

describe('the form of an adverse event', () => {
  it('charts a minor event by keyboard alone, its term found in Chinese and graded by a digit', async () => {
    const { user, current } = await openForm()
    await user.type(await term(), '发热')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await term()).toHaveProperty('value', 'Fever')
    await user.tab()
    await user.tab()
    await user.keyboard('2026-11-21')
    await user.tab()
    expect(screen.getByText(/38.0 - 39.0 degrees C/)).toBeTruthy()
    await user.keyboard('2')
    await user.tab()
    for (let step = 0; document.activeElement?.getAttribute('value') !== 'yes' && step < 4; step += 1)
      await user.tab()
    await user.keyboard('{ArrowDown}')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () =>
      expect(await current()).toEqual([
        {
          ...{ kind: 'adverse_event', term: 'Fever', ctcae: 'fever', from: '2026-11-21', serious: 'no' },
          grades: [{ grade: 2, from: '2026-11-21' }],
        },
      ]),
    )
  })

  it('presets nothing, and says what a term outside the list is graded by', async () => {
    const { user } = await openForm()
    await user.type(await term(), 'felt unwell')
    expect(screen.getByText(/graded by CTCAE’s general scale/)).toBeTruthy()
    expect(screen.getByText(/Mild; asymptomatic or mild symptoms/)).toBeTruthy()
    const chosen = screen.getAllByRole('radio').filter(radio => (radio as HTMLInputElement).checked)
    expect(chosen).toEqual([])
  })

  it('cannot be given a grade that its term does not have', async () => {
    const { user } = await openForm()
    await user.type(await term(), 'Nausea')
    const grades = within(await screen.findByRole('group', { name: 'CTCAE grade' }))
    expect(grades.getByRole('radio', { name: /Grade 4/ })).toHaveProperty('disabled', true)
    grades.getByRole('radio', { name: /Grade 1/ }).focus()
    await user.keyboard('4')
    expect(grades.getByRole('radio', { name: /Grade 4/ })).toHaveProperty('checked', false)
  })

  it('opens its criteria and the moment of awareness once it is serious, and takes both', async () => {
    const { user, current } = await openForm()
    await user.type(await term(), 'Sepsis')
    expect(screen.queryByRole('checkbox', { name: 'Death' })).toBeNull()
    await user.click(within(screen.getByRole('radiogroup', { name: /Serious/ })).getByLabelText('Yes'))
    await user.click(await screen.findByRole('checkbox', { name: /^Hospitalisation/ }))
    await user.type(field(/The site learned of it/), '2026-11-22 09:30')
    await user.type(field(/Who learned of it/), 'Chen Wei')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await current()).toMatchObject([
        {
          ...{ serious: 'yes', criteria: ['hospitalisation'] },
          aware: { at: '2026-11-22T09:30:00+08:00', by: 'Chen Wei' },
        },
      ]),
    )
  })

  it('says where a time of day is missing, or who learned of it', async () => {
    const { user, current } = await openForm({ contents: [] })
    await user.type(await term(), 'Sepsis')
    await user.click(screen.getByRole('button', { name: /When the site learned/ }))
    await user.type(field(/The site learned of it/), '2026-11-22')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    expect(await screen.findByText(/A day with its time/)).toBeTruthy()
    expect(await screen.findByText('Required')).toBeTruthy()
    expect(await current()).toEqual([])
  })

  it('asks what does not fit together while it is typed, and keeps the reason with the event', async () => {
    const { user, current } = await openForm()
    await user.type(await term(), 'Fever')
    const questions = await screen.findByRole('region', { name: 'Does this fit together?' })
    const onset = (await within(questions).findAllByRole('textbox'))[0]
    if (onset === undefined) throw new Error('no question')
    await user.type(onset, 'told weeks later')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await current()).toMatchObject([
        { term: 'Fever', answers: [{ question: 'onset_not_known', reason: 'told weeks later' }] },
      ]),
    )
  })

  it('offers a complication that the term names, and never says it by itself', async () => {
    const { user, current } = await openForm()
    await user.type(await term(), 'Esophageal varices hemorrhage')
    expect(await screen.findByText(/Is this variceal bleeding/i)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Yes, it is' }))
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(async () => expect(await current()).toMatchObject([{ complication: 'variceal_bleeding' }]))
  })

  it('adds a follow-up with a new grade as a version of the event', async () => {
    const { test, user, current, recorded } = await openForm({
      contents: [fever],
      request: ([factId]) => ({ open: 'fact', factId, correct: 'followUps' }),
    })
    await user.type(await screen.findByRole('textbox', { name: /Known since/ }), '2026-11-21')
    await user.type(field(/What is newly known/), 'rose to 39.5')
    await user.click(screen.getByRole('combobox', { name: 'New grade' }))
    await user.click(await screen.findByRole('option', { name: '2', hidden: true }))
    await user.type(field(/^Since/), '2026-11-21')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await current()).toEqual([
        {
          ...fever,
          grades: [...fever.grades, { grade: 2, from: '2026-11-21' }],
          followUps: [{ on: '2026-11-21', text: 'rose to 39.5' }],
        },
      ]),
    )
    const factId = recorded[0]?.id
    if (factId === undefined) throw new Error('nothing was charted')
    expect((await test.api.facts.history({ factId })).at(-1)).toMatchObject({
      ...{ version: 2, reason: 'Follow-up information' },
    })
  })

  it('speaks Chinese, the definitions staying as CTCAE published them', async () => {
    const { user } = await openForm({ language: 'zh-CN' })
    await user.type(await screen.findByRole('combobox', { name: /事件名称/ }), 'fever')
    expect(await screen.findByText(/38.0 - 39.0 degrees C/)).toBeTruthy()
    expect(screen.getByText('1级')).toBeTruthy()
  })
})

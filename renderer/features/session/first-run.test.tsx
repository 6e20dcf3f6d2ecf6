import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let engine: TestEngine | undefined
afterEach(() => engine?.dispose())

type User = Awaited<ReturnType<typeof showPage>>['user']

async function describeSite(user: User) {
  await user.type(await screen.findByLabelText(/^Name of the site/), 'Invented hospital')
  await user.type(screen.getByLabelText(/^Site number/), '07')
  await user.click(screen.getByRole('button', { name: 'Next' }))
}

async function describePerson(user: User, repeated = PASSWORD) {
  await user.type(await screen.findByLabelText(/^Full name/), 'Chen Wei')
  await user.type(screen.getByLabelText(/^Login name/), 'Chen')
  await user.type(screen.getByLabelText(/^Password/), PASSWORD)
  await user.type(screen.getByLabelText(/^The same password again/), repeated)
  await user.click(screen.getByRole('button', { name: 'Create the store' }))
}

async function reachKey() {
  engine = startEngine()
  const page = await showPage(engine)
  await describeSite(page.user)
  await describePerson(page.user)
  const list = await screen.findByRole('list', { name: 'The recovery key' })
  const items = within(list).getAllByRole('listitem')
  const key = items.flatMap(item => /^\d{1,2}([0-9A-Z]{4})$/.exec(item.textContent ?? '')?.[1] ?? [])
  return { ...page, engine, key }
}

describe('the first run', () => {
  it('leads from an empty folder to the opened workstation, over a key that was typed back', async () => {
    const { user, engine, key } = await reachKey()
    expect(key).toHaveLength(14)
    await user.click(screen.getByRole('button', { name: 'I have it: check it' }))
    const field = screen.getByLabelText(/^Recovery key/)
    expect(document.body.textContent).not.toContain(key[3])

    await user.type(field, `${key.slice(0, 2).join(' ')} UUUU`)
    expect(screen.getByText(/Group 3 differs/)).toBeTruthy()
    await user.clear(field)
    await user.type(field, key.join(' ').toLowerCase())
    await user.click(screen.getByRole('button', { name: 'Open the workstation' }))

    expect(await screen.findByText('Chen Wei')).toBeTruthy()
    expect(await engine.api.session.current({})).toMatchObject({
      site: { name: 'Invented hospital', number: '07' },
      user: { loginName: 'chen', role: 'principal_investigator' },
    })
  })

  it('creates nothing while something is missing or the passwords differ', async () => {
    engine = startEngine()
    const { user } = await showPage(engine)
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    expect(screen.getByText('Give the name of the site.')).toBeTruthy()
    await describeSite(user)
    await describePerson(user, 'another long password')
    expect(screen.getByText('The two are not the same.')).toBeTruthy()
    expect(await engine.api.site.status({})).toEqual({ state: 'none' })
  })

  it('[B3] asks before it goes on without a checked key, and holds a reload', async () => {
    const { user } = await reachKey()
    const reload = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(reload)
    expect(reload.defaultPrevented).toBe(true)

    const goOn = await screen.findByRole('button', { name: 'Go on without it' })
    expect(goOn).toHaveProperty('disabled', true)
    await user.click(screen.getByLabelText(/I understand/))
    await user.click(goOn)
    expect(await screen.findByRole('button', { name: 'Lock' })).toBeTruthy()
    const later = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(later)
    expect(later.defaultPrevented).toBe(false)
  })

  it('says that the key is gone where the store locked over it', async () => {
    const { tell, engine, key } = await reachKey()
    engine.lock()
    tell({ event: 'locked', cause: 'suspend' })
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy()
    expect(await screen.findByText('The recovery key was not checked')).toBeTruthy()
    expect(document.body.textContent).not.toContain(key[0])
  })
})

import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import type { JobId } from '#shared/api/jobs.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { JobProgress } from '../components/job-progress.tsx'
import { useJob } from './use-job.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

/** Long work that ends when the test says so. */
function startWork() {
  const asked: JobId[] = []
  let end = (_error?: AppError) => {}
  const work = (job: JobId) => {
    asked.push(job)
    return new Promise<void>((resolve, reject) => {
      end = error => (error ? reject(error) : resolve())
    })
  }
  return { asked, work, end: (error?: AppError) => end(error) }
}

async function showWork() {
  const { asked, work, end } = startWork()
  function Screen() {
    const job = useJob()
    return (
      <>
        <button type="button" onClick={() => void job.run(work)}>
          Begin
        </button>
        <JobProgress state={job.state} label="The check" onCancel={() => end(cancelled)} />
      </>
    )
  }
  return { asked, end, ...(await showPage(site, { children: <Screen /> })) }
}

const cancelled = new AppError({ code: 'cancelled' })

it('says how far its own work is, and not how far another is', async () => {
  const { user, tell, asked, end } = await showWork()
  await user.click(screen.getByRole('button', { name: 'Begin' }))
  expect(await screen.findByText('Starting…')).toBeTruthy()
  const [job = ''] = asked
  tell({ event: 'progress', job, stage: 'checking', done: 1200, total: 4800 })
  expect(await screen.findByText('Checking: 1,200 of 4,800')).toBeTruthy()
  tell({ event: 'progress', job: crypto.randomUUID(), stage: 'packing', done: 1, total: 2 })
  expect(screen.queryByText(/Packing/)).toBeNull()
  expect(screen.getByRole('progressbar', { name: 'The check' }).getAttribute('aria-valuenow')).toBe('25')
  end()
  expect(await screen.findByRole('button', { name: 'Begin' })).toBeTruthy()
})

it('begins once, however often it is asked to', async () => {
  const { user, asked } = await showWork()
  await user.dblClick(screen.getByRole('button', { name: 'Begin' }))
  expect(asked).toHaveLength(1)
})

it('tells that it was stopped, or why it failed', async () => {
  const { user, end } = await showWork()
  await user.click(screen.getByRole('button', { name: 'Begin' }))
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await screen.findByText('Stopped. Nothing was changed.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Begin' }))
  end(new AppError({ code: 'changed_since_shown' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
})

import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { FAST_KDF, PASSWORD, TEST_APP, TEST_DOCUMENTS, type TestSite } from './engine.ts'

/** Another engine on the same store, as another process has it: the two share nothing but the folder. */
export function secondProcess({ directory, clock }: Pick<TestSite, 'directory' | 'clock'>) {
  let count = 0
  const engine = createEngine({
    directory,
    protocols: [],
    now: clock.now,
    kdf: FAST_KDF,
    app: TEST_APP,
    documents: TEST_DOCUMENTS,
    newId: () => `10000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    report: () => undefined,
  })
  const api = directClient(engine)
  return {
    api,
    as: (loginName: string) => api.session.unlock({ loginName, password: PASSWORD }),
    close: () => engine.close(),
  }
}

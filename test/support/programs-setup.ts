import { Unavailable } from './electron/cache.ts'
import { ensurePrograms } from './electron/system-packages.ts'

/** Once before all tests, so that no two of them install at a time. What is missing then, its tests say. */
export async function setup(): Promise<void> {
  try {
    await ensurePrograms('pdfsig', 'qpdf', 'certutil', 'openssl')
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    console.warn(error.message)
  }
}

import type { Page } from '@playwright/test'

/** The site that a test begins with: none, or the invented sample site, opened by `SAMPLE_LOGIN`. */
export type Site = 'none' | 'sample'

/** The application running on one of its hosts, with a data folder of its own. */
export interface RunningApp {
  readonly page: Page
  /** Ends it as its user would. */
  close(): Promise<void>
}

/** Starts the application on a data folder. */
export interface AppHost {
  start(dataFolder: string, site: Site): Promise<RunningApp>
  dispose(): Promise<void>
}

/** Large enough for two protocols side by side, and an ordinary laptop's. */
export const VIEWPORT = { width: 1440, height: 900 } as const

/** How a host is asked for its data folder and the sample site. */
export function hostArguments(dataFolder: string, site: Site): string[] {
  return ['--data', dataFolder, ...(site === 'sample' ? ['--sample'] : [])]
}

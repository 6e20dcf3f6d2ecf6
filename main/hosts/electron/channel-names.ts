/** Preload to main: its own page is ready for a port. */
export const ASK_PORT = 'lobule:ask-port'

/** Main to preload: a `WindowMessage` for the page, with a port where it brings one. */
export const TO_PAGE = 'lobule:to-page'

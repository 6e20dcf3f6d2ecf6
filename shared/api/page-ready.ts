/** What a page posts to its own window, for the preload to answer: it is ready for a port. Apart, to load without zod. */
export const PAGE_READY = 'lobule:page-ready'

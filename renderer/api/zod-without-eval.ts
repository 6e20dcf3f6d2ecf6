import { z } from 'zod'

// zod probes `new Function`, which the content security policy reports. Imported before anything parses.
z.config({ jitless: true })

import { lockStore } from '#main/store/store-lock.ts'

/** A process that has a store open until it is killed. */
lockStore(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)

// Stands in for the program of SQLCipher 4, which few computers have: `sqlcipher -batch -bail DATABASE < STATEMENTS`.
import { readFileSync } from 'node:fs'
import { runInSqlCipher } from './sqlcipher.ts'

const database = process.argv.at(-1)
if (database === undefined || !process.argv.includes('-bail')) throw new Error('called in another way')
runInSqlCipher(database, readFileSync(0, 'utf8'))

import type { Command } from './command.ts'
import { auditExportCommand } from './commands/audit-export.ts'
import { auditVerifyCommand } from './commands/audit-verify.ts'
import { backupCommand } from './commands/backup.ts'
import { copyCommand } from './commands/copy.ts'
import { demoCommand } from './commands/demo.ts'
import { documentsCommand } from './commands/documents.ts'
import { drillCommand } from './commands/drill.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { openCopyCommand } from './commands/open-copy.ts'
import { protocolCheckCommand } from './commands/protocol-check.ts'
import { protocolsCommand } from './commands/protocols.ts'
import { restoreCommand } from './commands/restore.ts'
import { schemaCommand } from './commands/schema.ts'
import { scoreCommand } from './commands/score.ts'
import { screenCommand } from './commands/screen.ts'
import { startCommand } from './commands/start.ts'
import { verifyCommand } from './commands/verify.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  startCommand,
  demoCommand,
  screenCommand,
  scoreCommand,
  protocolsCommand,
  protocolCheckCommand,
  auditVerifyCommand,
  auditExportCommand,
  documentsCommand,
  importCommand,
  exportCommand,
  copyCommand,
  openCopyCommand,
  backupCommand,
  restoreCommand,
  drillCommand,
  verifyCommand,
  schemaCommand,
]

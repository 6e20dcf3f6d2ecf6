/*
 * What hosts need beside the engine: the readers of exchanged files and the practice of a restore, for work without a store,
 * and the cost of key derivation that a product starts its engine with. A host may import the engine and not what lies behind it, so this
 * is the door.
 */
export { shippedFonts } from '#main/documents/fonts.ts'
export { renderDocument } from '#main/documents/render.ts'
export { parseCriteria } from '#main/interchange/criteria-file.ts'
export { parseFacts } from '#main/interchange/facts-file.ts'
export { decodeText, parseAs, readText } from '#main/interchange/json-file.ts'
export { loadProtocol, loadProtocols } from '#main/interchange/protocol-file.ts'
export { parseReadings } from '#main/interchange/readings-file.ts'
export { practiseFile } from '#main/services/backups/drill/practise-file.ts'
export { DEFAULT_KDF } from '#main/store/key-wrap.ts'

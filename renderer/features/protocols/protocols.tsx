export function ProtocolList() {
  return null
}

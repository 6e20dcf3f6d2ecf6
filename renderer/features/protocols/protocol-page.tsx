export function ProtocolPage() {
  return null
}

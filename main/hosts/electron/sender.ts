import { APP_ORIGIN, originOf } from './policy.ts'

/** Who asks: the frame that sent the message, gone by now perhaps, and the page that it belongs to. */
interface Sender {
  readonly sender: { readonly mainFrame: unknown }
  readonly senderFrame: { readonly url: string } | null
}

/** The one place where a sender is checked: the top frame of our own window, showing our own page. */
export function isOwnPage({ sender, senderFrame }: Sender, own: unknown): boolean {
  if (sender !== own || senderFrame === null || senderFrame !== sender.mainFrame) return false
  return originOf(senderFrame.url) === APP_ORIGIN
}

import { createContext, type ReactNode, useContext } from 'react'
import type { Transport } from './transport.ts'

type Listening = Pick<Transport, 'subscribe'>

const TransportContext = createContext<Listening | undefined>(undefined)

interface TransportProviderProps {
  readonly transport: Listening
  readonly children: ReactNode
}

/** Lets the screens below hear what the engine says unasked. */
export function TransportProvider({ transport, children }: TransportProviderProps) {
  return <TransportContext value={transport}>{children}</TransportContext>
}

export function useTransport(): Listening {
  const transport = useContext(TransportContext)
  if (transport === undefined) throw new Error('no TransportProvider above')
  return transport
}

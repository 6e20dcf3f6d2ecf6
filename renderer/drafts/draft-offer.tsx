import { Alert, Button, Group, Text } from '@mantine/core'

interface DraftOfferProps {
  /** What was typed, and when. */
  readonly offer: string
  readonly takeWord: string
  readonly discardWord: string
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** What its author typed earlier and did not save: taken up or let go, never put in by itself. */
export function DraftOffer({ offer, takeWord, discardWord, onTake, onDiscard }: DraftOfferProps) {
  return (
    <Alert color="lobule" p="sm">
      <Text size="sm">{offer}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={onTake}>
          {takeWord}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {discardWord}
        </Button>
      </Group>
    </Alert>
  )
}

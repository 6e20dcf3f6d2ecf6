import { Anchor, type AnchorProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type PlainAnchorProps = AnchorProps & Omit<ComponentProps<'a'>, keyof AnchorProps>

function PlainAnchor(props: PlainAnchorProps) {
  return <Anchor {...props} />
}

/** A link to a screen that looks like every other link. */
export const LinkAnchor = createLink(PlainAnchor)

import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type PlainLinkButtonProps = ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>

function PlainLinkButton(props: PlainLinkButtonProps) {
  return <Button component="a" {...props} />
}

/** A link to a screen that looks like a button. */
export const LinkButton = createLink(PlainLinkButton)

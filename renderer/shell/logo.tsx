/** The mark: a liver lobule, a hexagon with its central vein. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" fill="none">
      <path d="M16 2.5 27.7 9.25v13.5L16 29.5 4.3 22.75V9.25z" fill="var(--mantine-color-lobule-8)" />
      <g stroke="#ffffff" strokeWidth="1.7" strokeLinecap="round" opacity="0.9">
        <path d="M16 12V7M19.5 14l4.3-2.5M19.5 18l4.3 2.5M16 20v5M12.5 18l-4.3 2.5M12.5 14l-4.3-2.5" />
      </g>
      <circle cx="16" cy="16" r="3.1" fill="#ffffff" />
    </svg>
  )
}

import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core'

/** A quiet teal: far from every status colour, and dark enough at 8 for white text (5.9:1) in both themes. */
const lobule: MantineColorsTuple = [
  '#eef7f8',
  '#dbecee',
  '#b5d8dc',
  '#8cc3ca',
  '#69b1ba',
  '#53a6b0',
  '#469fab',
  '#368a96',
  '#276f7a',
  '#12545e',
]

/** Warm greys with a little of the teal, so that surfaces and accents belong together. */
const slate: MantineColorsTuple = [
  '#f6f8f9',
  '#eceff1',
  '#dce2e5',
  '#c3ccd1',
  '#98a5ac',
  '#728089',
  '#566570',
  '#414e58',
  '#2b363e',
  '#192127',
]

const dark: MantineColorsTuple = [
  '#d7dfe3',
  '#b4c0c6',
  '#8f9da5',
  '#6a7982',
  '#4a5861',
  '#35414a',
  '#27323a',
  '#1c252c',
  '#151d23',
  '#0f161b',
]

const families = [
  "'Inter Variable'",
  "'PingFang SC'",
  "'Microsoft YaHei UI'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  'system-ui',
  'sans-serif',
].join(', ')

/** Calm, dense, legible at arm's length: one accent, tabular figures, small radii, no shadow where a line does. */
export const theme: MantineThemeOverride = createTheme({
  colors: { lobule, slate, dark },
  primaryColor: 'lobule',
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: families,
  headings: {
    fontFamily: families,
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.1875rem' }, h3: { fontSize: '1rem' } },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 360 } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
    // Hints must be read at arm's length too; Mantine's own are 12 px.
    InputWrapper: { styles: { description: { fontSize: '0.8125rem' }, error: { fontSize: '0.8125rem' } } },
    // Mantine's own ground is that of our surfaces in the dark theme, where the choice would not be seen as one.
    SegmentedControl: {
      styles: {
        root: { background: 'var(--lobule-window)', boxShadow: 'inset 0 0 0 1px var(--lobule-line)' },
      },
    },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
})

/** A theme as Teams paints cards in it; colours and sizes come near, they are not Teams' own. */
export type Theme = 'light' | 'dark' | 'contrast';

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly emphasis: string;
  readonly attention: string;
  readonly goodFill: string;
  readonly accentFill: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly danger: string;
  readonly line: string;
  readonly button: string;
  readonly primary: string;
  readonly onPrimary: string;
}

export const themes: readonly Theme[] = ['light', 'dark', 'contrast'];

export const palettes: Record<Theme, Palette> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#f0f0f0',
    attention: '#fdf3f4',
    goodFill: '#d5f0dd',
    accentFill: '#c7cdf4',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#835b00',
    danger: '#b10e1c',
    line: '#d1d1d1',
    button: '#ffffff',
    primary: '#5b5fc7',
    onPrimary: '#ffffff',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    emphasis: '#3d3d3d',
    attention: '#3b1114',
    goodFill: '#0e4a1e',
    accentFill: '#3d3e78',
    text: '#ffffff',
    subtle: '#c7c7c7',
    accent: '#aab1fa',
    good: '#9ad29a',
    warning: '#f2c661',
    danger: '#f1a5ab',
    line: '#5c5c5c',
    button: '#292929',
    primary: '#5b5fc7',
    onPrimary: '#ffffff',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    emphasis: '#000000',
    attention: '#000000',
    goodFill: '#000000',
    accentFill: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    danger: '#ffff01',
    line: '#ffffff',
    button: '#000000',
    primary: '#1aebff',
    onPrimary: '#000000',
  },
};

/** The host configuration for the official renderer. */
export function hostConfig(theme: Theme): Record<string, unknown> {
  const palette = palettes[theme];
  const colour = (shade: string) => ({ default: shade, subtle: shade });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.danger),
    light: colour('#ffffff'),
    dark: colour('#000000'),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    textBlock: { headingLevel: 2 },
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles: {
      default: style(palette.card),
      emphasis: style(palette.emphasis),
      attention: style(palette.attention),
      good: style(palette.goodFill),
      accent: style(palette.accentFill),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'default' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

/** The styles of the page around the card. */
export function pageStyles(theme: Theme): string {
  const palette = palettes[theme];
  return `
    body { margin: 0; background: ${palette.page}; font: 14px "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    .ac-adaptiveCard { box-sizing: border-box; border: 1px solid ${palette.line}; border-radius: 6px; overflow-wrap: anywhere; }
    .ac-adaptiveCard .ac-adaptiveCard { border: 0; }
    .ac-actionSet { flex-flow: row wrap !important; gap: 8px 0; }
    .ac-textRun, .ac-richTextBlock { line-height: 1.4; }
    .ac-container.ac-adaptiveCard p { margin: 0; }
    button, button > div { max-width: 100%; box-sizing: border-box; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    button { font: 600 14px "Segoe UI", "Helvetica Neue", Arial, sans-serif; padding: 5px 12px; min-height: 32px;
      border: 1px solid ${palette.line}; border-radius: 4px; background: ${palette.button}; color: ${palette.text}; cursor: pointer; }
    button.style-positive { background: ${palette.primary}; border-color: ${palette.primary}; color: ${palette.onPrimary}; }
    .ac-choiceSetInput-multiSelect > div, .ac-choiceSetInput-expanded > div, .ac-toggleInput { min-height: 32px; }
    button:focus-visible { outline: 2px solid ${palette.text}; outline-offset: 1px; }
  `;
}

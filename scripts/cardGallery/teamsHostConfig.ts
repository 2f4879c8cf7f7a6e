/** How Teams shows cards, as far as a host config can say it; colours are those of Fluent UI's Teams themes. */
export function teamsHostConfig(theme: 'light' | 'dark'): object {
  const palette = palettes[theme];
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foregrounds(palette) });
  return {
    fontFamily: "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans JP', sans-serif",
    supportsInteractivity: true,
    spacing: { small: 8, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    containerStyles: {
      default: style(palette.background),
      emphasis: style(palette.emphasis),
      accent: style(palette.accent),
      good: style(palette.good),
      warning: style(palette.warning),
      attention: style(palette.attention),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      label: { requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'default' }, optionalInputs: {} },
      errorMessage: { spacing: 'small', weight: 'default' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { weight: 'default', wrap: true },
      spacing: 16,
    },
  };
}

const palettes = {
  light: {
    background: '#ffffff',
    emphasis: '#f0f0f0',
    accent: '#e8ebfa',
    good: '#e7f2da',
    warning: '#fbf6d9',
    attention: '#fcf4f6',
    line: '#e1e1e1',
    text: ['#242424', '#616161'],
    colours: { accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#c4314b' },
  },
  dark: {
    background: '#292929',
    emphasis: '#3d3d3d',
    accent: '#3d3e66',
    good: '#0d2e0d',
    warning: '#4a3b00',
    attention: '#4b1d27',
    line: '#525252',
    text: ['#ffffff', '#adadad'],
    colours: { accent: '#a6a7dc', good: '#92c353', warning: '#f8d22a', attention: '#f9526b' },
  },
} as const;

function foregrounds({ text, colours }: (typeof palettes)['light' | 'dark']): object {
  const named = Object.entries(colours).map(([name, colour]) => [name, { default: colour, subtle: colour }]);
  return { default: { default: text[0], subtle: text[1] }, ...Object.fromEntries(named) };
}

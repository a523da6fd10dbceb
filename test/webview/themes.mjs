// The colours that VS Code's own themes give to a webview, as far as the preview asks for them.
export const themes = {
  light: {
    classes: 'vscode-light',
    colors: {
      'button-background': '#005fb8',
      'button-border': 'rgba(0, 0, 0, 0.1)',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#0258a8',
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'editorWarning-foreground': '#bf8803',
      focusBorder: '#005fb8',
      'inputValidation-errorBackground': '#f2dede',
      'inputValidation-errorBorder': '#be1100',
      'textLink-activeForeground': '#005fb8',
      'textLink-foreground': '#005fb8',
    },
  },
  dark: {
    classes: 'vscode-dark',
    colors: {
      'button-background': '#0078d4',
      'button-border': 'rgba(255, 255, 255, 0.07)',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#026ec1',
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'editorWarning-foreground': '#cca700',
      focusBorder: '#0078d4',
      'inputValidation-errorBackground': '#5a1d1d',
      'inputValidation-errorBorder': '#be1100',
      'textLink-activeForeground': '#4daafc',
      'textLink-foreground': '#4daafc',
    },
  },
  'high contrast dark': {
    classes: 'vscode-high-contrast',
    colors: {
      'button-border': '#6fc3df',
      'button-foreground': '#ffffff',
      contrastBorder: '#6fc3df',
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'editorWarning-foreground': '#ffd370',
      focusBorder: '#f38518',
      'inputValidation-errorBackground': '#000000',
      'inputValidation-errorBorder': '#6fc3df',
      'textLink-activeForeground': '#21a6ff',
      'textLink-foreground': '#21a6ff',
    },
  },
  'high contrast light': {
    classes: 'vscode-high-contrast-light vscode-high-contrast',
    colors: {
      'button-background': '#0f4a85',
      'button-border': '#0f4a85',
      'button-foreground': '#ffffff',
      'button-hoverBackground': '#0f4a85',
      contrastBorder: '#0f4a85',
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      'editorWarning-foreground': '#895503',
      focusBorder: '#006bbd',
      'inputValidation-errorBackground': '#ffffff',
      'inputValidation-errorBorder': '#0f4a85',
      'inputValidation-errorForeground': '#292929',
      'textLink-activeForeground': '#0f4a85',
      'textLink-foreground': '#0f4a85',
    },
  },
};

/** Gives a page the colours of a theme, as VS Code does. */
export async function paint({ page }, { classes, colors }) {
  await page.evaluate(
    ({ classes, colors }) => {
      document.body.className = classes;
      for (const [name, value] of Object.entries(colors)) {
        document.documentElement.style.setProperty(`--vscode-${name}`, value);
      }
    },
    { classes, colors },
  );
}

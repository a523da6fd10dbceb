import * as vscode from 'vscode';
import type { Scheme, SheetWidth, View } from '../../messages/messages.ts';
import type { PreviewManager } from './preview-manager.ts';

const plain: View = { width: 'window', zoom: 100 };

/** In percent, as browsers have them. */
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];

/** The commands of `package.json` about how the active preview is shown, by name. */
export function viewCommands(previews: PreviewManager): Readonly<Record<string, () => unknown>> {
  const change = (next: (view: View) => View): void => {
    const panel = previews.active;
    panel?.setView(next(panel.view ?? plain));
  };
  return {
    'kirbyAuthor.previewZoomIn': () => {
      change((view) => ({ ...view, zoom: steps.find((step) => step > view.zoom) ?? view.zoom }));
    },
    'kirbyAuthor.previewZoomOut': () => {
      change((view) => ({
        ...view,
        zoom: steps.findLast((step) => step < view.zoom) ?? view.zoom,
      }));
    },
    'kirbyAuthor.previewZoomReset': () => {
      change((view) => ({ ...view, zoom: plain.zoom }));
    },
    'kirbyAuthor.previewWidth': async () => {
      const panel = previews.active;
      const width = panel && (await askWidth(panel.view ?? plain));
      if (width !== undefined) panel?.setView({ ...(panel.view ?? plain), width });
    },
    'kirbyAuthor.previewScheme': async () => {
      const panel = previews.active;
      const chosen = panel && (await askScheme(panel.view ?? plain));
      if (chosen === undefined) return;
      const { width, zoom } = panel?.view ?? plain;
      const scheme = chosen === 'editor' ? {} : { scheme: chosen };
      panel?.setView({ width, zoom, ...scheme });
    },
    'kirbyAuthor.printPreview': () => {
      previews.active?.print();
    },
  };
}

function askWidth({ width }: View): Promise<SheetWidth | undefined> {
  return choose(vscode.l10n.t('Width of the preview'), width, [
    { value: 'window', label: vscode.l10n.t('As wide as the tab'), icon: 'arrow-both' },
    { value: 'phone', label: vscode.l10n.t('Phone'), icon: 'device-mobile' },
    { value: 'tablet', label: vscode.l10n.t('Tablet'), icon: 'preview' },
    { value: 'desktop', label: vscode.l10n.t('Desktop'), icon: 'device-desktop' },
  ]);
}

function askScheme({ scheme }: View): Promise<Scheme | 'editor' | undefined> {
  return choose<Scheme | 'editor'>(vscode.l10n.t('Colors of the preview'), scheme ?? 'editor', [
    { value: 'editor', label: vscode.l10n.t('Like the editor'), icon: 'color-mode' },
    { value: 'light', label: vscode.l10n.t('Light'), icon: 'lightbulb' },
    { value: 'dark', label: vscode.l10n.t('Dark'), icon: 'circle-large-filled' },
  ]);
}

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  /** The name of one of VS Code's own. */
  readonly icon: string;
}

/** Asks for one of several values. `undefined`: the author has thought better of it. */
async function choose<Value>(
  title: string,
  now: Value,
  choices: readonly Choice<Value>[],
): Promise<Value | undefined> {
  const chosen = await vscode.window.showQuickPick(
    choices.map(({ value, label, icon }) => ({
      value,
      label,
      iconPath: new vscode.ThemeIcon(icon),
      ...(value === now ? { description: vscode.l10n.t('now') } : {}),
    })),
    { title },
  );
  return chosen?.value;
}

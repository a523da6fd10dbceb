import * as vscode from 'vscode';
import type { SheetWidth, View } from '../../messages/messages.ts';
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
    'kirbyAuthor.printPreview': () => {
      previews.active?.print();
    },
  };
}

async function askWidth({ width }: View): Promise<SheetWidth | undefined> {
  const choices: readonly (vscode.QuickPickItem & { readonly width: SheetWidth })[] = [
    { width: 'window', label: vscode.l10n.t('As wide as the tab'), iconPath: icon('arrow-both') },
    { width: 'phone', label: vscode.l10n.t('Phone'), iconPath: icon('device-mobile') },
    { width: 'tablet', label: vscode.l10n.t('Tablet'), iconPath: icon('preview') },
    { width: 'desktop', label: vscode.l10n.t('Desktop'), iconPath: icon('device-desktop') },
  ];
  const chosen = await vscode.window.showQuickPick(
    choices.map((choice) =>
      choice.width === width ? { ...choice, description: vscode.l10n.t('now') } : choice,
    ),
    { title: vscode.l10n.t('Width of the preview') },
  );
  return chosen?.width;
}

function icon(name: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name);
}

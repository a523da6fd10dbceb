import * as vscode from 'vscode';
import type { Exported } from '../../messages/messages.ts';
import { standaloneHtml } from './standalone-page.ts';

/** What a page for the printer is made of. */
export interface PrintedPage {
  readonly page: Exported;
  readonly title: string;
  /** `de`, empty when it is not known. */
  readonly language: string;
  /** The folder that addresses of images are relative to. */
  readonly site: vscode.Uri | undefined;
  /** Folders by the addresses that stand for them in the styles of the page. */
  readonly folders: ReadonlyMap<string, vscode.Uri>;
}

/**
 * Opens the page in the browser, from where it can be printed or saved as PDF: a webview of VS Code cannot
 * print. Where there is no browser on the same machine, its HTML is opened as a new document.
 *
 * @param extension the extension's own folder, which has the style sheets
 * @param storage a folder to write to, outside of the workspace
 */
export async function openForPrint(
  { page, title, language, site, folders }: PrintedPage,
  { extension, storage }: { readonly extension: vscode.Uri; readonly storage: vscode.Uri },
): Promise<void> {
  const own = (name: string): Promise<string> =>
    textOf(vscode.Uri.joinPath(extension, 'media', name));
  let styles = page.isStyled ? page.styles : await own('preview-text.css');
  for (const [address, folder] of folders) {
    styles = styles.replaceAll(address, folder.toString().replace(/\/*$/, '/'));
  }
  const content = standaloneHtml({
    html: page.html,
    title,
    language,
    base: site?.toString() ?? '',
    styles: [await own('preview.css'), styles],
    isStyled: page.isStyled,
  });
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (isHere && storage.scheme === 'file') {
    const file = vscode.Uri.joinPath(storage, 'preview.html');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
    if (await vscode.env.openExternal(file)) return;
  }
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'html', content }),
  );
}

async function textOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

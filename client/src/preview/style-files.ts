import * as vscode from 'vscode';

/** One style sheet of the site. */
export interface StyleFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Style sheets that one pattern may find, and bytes that one of them may have. */
const mostFiles = 30;
const mostBytes = 2_000_000;

/** The patterns of the setting `kirbyAuthor.preview.styles`; none in a workspace that is not trusted. */
export function stylePatterns(folder: vscode.WorkspaceFolder | undefined): readonly string[] {
  if (folder === undefined || !vscode.workspace.isTrusted) return [];
  const value: unknown = vscode.workspace
    .getConfiguration('kirbyAuthor', folder)
    .get('preview.styles');
  if (!Array.isArray(value)) return [];
  const list: readonly unknown[] = value;
  // Nothing leads out of the folder.
  return list.filter(
    (pattern): pattern is string =>
      typeof pattern === 'string' && pattern !== '' && !pattern.split(/[/\\]/).includes('..'),
  );
}

/**
 * The style sheets that patterns find in a folder, in the order of the patterns, each once. What cannot be
 * read is left out, and so is what is not CSS.
 *
 * @param patterns `assets/css/site.css`, `assets/css/*.css`
 */
export async function readStyles(
  folder: vscode.WorkspaceFolder,
  patterns: readonly string[],
): Promise<readonly StyleFile[]> {
  const found = await Promise.all(patterns.map((pattern) => filesOf(folder, pattern)));
  const files = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  const read = await Promise.all([...files.values()].map(readStyle));
  return read.filter((file) => file !== undefined);
}

async function filesOf(
  folder: vscode.WorkspaceFolder,
  pattern: string,
): Promise<readonly vscode.Uri[]> {
  const path = pattern.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  // Not every workspace can be searched, but a file by its name is at hand.
  const all = /[*?[{]/.test(path)
    ? await vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, path),
        undefined,
        mostFiles,
      )
    : [vscode.Uri.joinPath(folder.uri, path)];
  return all
    .filter((uri) => uri.path.toLowerCase().endsWith('.css'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readStyle(uri: vscode.Uri): Promise<StyleFile | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.length > mostBytes) return undefined;
    return { uri, text: new TextDecoder().decode(bytes) };
  } catch {
    // It is not there, and what is not there says nothing.
    return undefined;
  }
}

import * as vscode from 'vscode';

/**
 * Opens the editor's own form for problems, with what has to be known of the versions. Nothing of the
 * workspace is in it: no content, no path, no name. Where there is no such form (code-server, some
 * browsers), the page for issues opens and the versions are on the clipboard.
 */
export async function reportProblem(extension: vscode.Extension<unknown>): Promise<void> {
  const issueBody = issueText(extension);
  try {
    await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
      extensionId: extension.id,
      issueBody,
    });
  } catch {
    await vscode.env.clipboard.writeText(issueBody);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The versions are on the clipboard. Paste them there.'),
    );
    await vscode.env.openExternal(vscode.Uri.parse(bugsPage(extension)));
  }
}

/** A form to fill in: what was done, what came of it, and the versions. */
export function issueText(extension: vscode.Extension<unknown>): string {
  return [
    '### What I did',
    '',
    '### What I expected, and what happened instead',
    '',
    '### A few lines of the content file, if they may be public',
    '',
    '### Versions',
    '',
    ...versions(extension).map(([name, value]) => `- ${name}: ${value}`),
    '',
  ].join('\n');
}

function versions({
  packageJSON,
}: vscode.Extension<unknown>): readonly (readonly [string, string])[] {
  const { appName, uiKind, remoteName, language } = vscode.env;
  return [
    ['Kirby Author', versionIn(packageJSON)],
    [appName, vscode.version],
    ['Runs in', uiKind === vscode.UIKind.Web ? 'a browser' : 'a window of its own'],
    ['Remote', remoteName ?? 'none'],
    ['Language', language],
    ['Workspace is trusted', vscode.workspace.isTrusted ? 'yes' : 'no'],
  ];
}

function versionIn(manifest: unknown): string {
  return hasText(manifest, 'version') ? manifest.version : 'unknown';
}

function bugsPage({ packageJSON }: vscode.Extension<unknown>): string {
  const manifest: unknown = packageJSON;
  const bugs = isObject(manifest) ? manifest['bugs'] : undefined;
  return hasText(bugs, 'url') ? bugs.url : '';
}

function hasText<Key extends string>(
  value: unknown,
  key: Key,
): value is Readonly<Record<Key, string>> {
  return isObject(value) && typeof value[key] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

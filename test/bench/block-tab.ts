import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

/** Milliseconds of each key: what the extension host computed, and until the text had it. */
interface Samples {
  readonly busy: number[];
  readonly latency: number[];
}

/** What `KIRBY_AUTHOR_TYPING` says, as JSON. */
interface Plan {
  /** The content file. */
  readonly source: string;
  /** In front of a block's text. */
  readonly words: string;
  readonly keys: number;
  /** Where the figures go. */
  readonly figures: string;
}

/** Milliseconds after a key within which all that it causes is over. */
const pause = 120;
/** The first keys compile the code. */
const warmUp = 20;

/**
 * What the extension host of VS Code calls: types into the tab of a block of a long layout, and then the
 * same into a file that is nobody's.
 */
export async function run(): Promise<void> {
  const plan = JSON.parse(process.env['KIRBY_AUTHOR_TYPING'] ?? '') as Plan;
  await vscode.extensions.getExtension('kirby-author.kirby-author')?.activate();
  const source = await vscode.workspace.openTextDocument(plan.source);
  await vscode.window.showTextDocument(source);
  const editor = await soon(() => {
    const active = vscode.window.activeTextEditor;
    return active?.document.languageId === 'kirby-txt' ? active : undefined;
  });
  const offset = editor.document.getText().lastIndexOf(plan.words) + plan.words.length;
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  const tab = await soon(async () => {
    await vscode.commands.executeCommand('kirbyAuthor.editBlock');
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.scheme === 'kirby-author-block' ? active : undefined;
  });
  const text = tab.document.getText();
  const ours = await typed(tab, editor.document.uri, plan.keys);
  const other = await vscode.workspace.openTextDocument({ language: 'html', content: text });
  const floor = await typed(await vscode.window.showTextDocument(other), other.uri, plan.keys);
  writeFileSync(plan.figures, JSON.stringify({ ours, floor, characters: text.length }));
  await vscode.window.showTextDocument(editor.document.uri);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Types into the middle of an editor, and waits for each key until a document has it. */
async function typed(
  editor: vscode.TextEditor,
  awaited: vscode.Uri,
  keys: number,
): Promise<Samples> {
  const samples: Samples = { busy: [], latency: [] };
  const at = editor.document.positionAt(Math.floor(editor.document.getText().length / 2));
  editor.selection = new vscode.Selection(at, at);
  await time(1000);
  for (let key = 0; key < keys + warmUp; key++) {
    const isThere = changeOf(awaited);
    const before = busySoFar();
    const start = performance.now();
    await vscode.commands.executeCommand('type', { text: 'x' });
    await isThere;
    const latency = performance.now() - start;
    await time(pause);
    const busy = busySoFar() - before;
    if (key < warmUp) continue;
    samples.latency.push(latency);
    samples.busy.push(busy);
  }
  return samples;
}

/**
 * Milliseconds that this thread has computed. Where Linux does not tell, those in which its event loop was
 * busy: on a machine that has more to do, other processes are in them.
 */
function busySoFar(): number {
  try {
    const [nanoseconds = ''] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.eventLoopUtilization().active;
  }
}

function changeOf(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const waiting = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.uri.toString() !== uri.toString() || contentChanges.length === 0) return;
      waiting.dispose();
      resolve();
    });
  });
}

async function soon<Found>(probe: () => Found | undefined | Promise<Found | undefined>) {
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    await time(200);
  }
}

function time(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

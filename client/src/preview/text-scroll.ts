import * as vscode from 'vscode';
import type { Progress } from '../../messages/messages.ts';
import {
  type PreviewKeyAtResult,
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewRevealParams,
  type PreviewRevealResult,
  previewReveal,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { editorOf, toRange } from './text-side.ts';

/** Milliseconds for which the text scrolls because something else than the hand has moved it. */
const GRACE = 500;
/** Characters that a line on the screen hardly ever has more of. */
const WRAPPED_LINE = 300;

/** Keeps the same place at the top of a text and of its preview, whichever of them is scrolled. */
export class TextScroll {
  readonly #server: LanguageServer;
  readonly #show: (place: Progress) => void;
  /** Until when the text scrolls because of its cursor. */
  #isCursorLedUntil = 0;
  /** Where the page has led the text: what comes of that is not told back. */
  #led: { readonly offset: number; readonly until: number } | undefined;
  /** Where the text began on the screen when it was last heard of. */
  #top: { readonly editor: vscode.TextEditor; readonly place: vscode.Position } | undefined;
  #due: (() => Promise<void>) | undefined;
  #isRunning = false;

  /** @param show has the page show a place at its top */
  constructor(server: LanguageServer, show: (place: Progress) => void) {
    this.#server = server;
    this.#show = show;
  }

  /** The cursor has moved, and the text scrolls with it; the page follows the cursor by itself. */
  cursorMoved(): void {
    this.#isCursorLedUntil = Date.now() + GRACE;
  }

  /** The text has scrolled: the page is to follow. */
  textScrolled(editor: vscode.TextEditor): void {
    const { document, visibleRanges } = editor;
    const top = visibleRanges[0]?.start;
    if (top === undefined) return;
    // A change of the text moves the end of what is visible, which is no scrolling.
    const before = this.#top;
    this.#top = { editor, place: top };
    if (before?.editor === editor && before.place.isEqual(top)) return;
    if (Date.now() < this.#isCursorLedUntil) return;
    if (this.#isLedTo(editor, top) || !isWanted(document.uri)) return;
    this.#ask(async () => {
      if (top.line === 0 && top.character === 0) {
        this.#show({ key: '', progress: 0 });
        return;
      }
      const position = { line: top.line, character: top.character };
      const question: PreviewKeyAtParams = { uri: document.uri.toString(), position };
      const answer = await this.#server.ask<PreviewKeyAtResult>(previewKeyAt, question);
      if (answer === undefined) return;
      const { start, end } = toRange(answer.range);
      const from = document.offsetAt(start);
      const length = Math.max(1, document.offsetAt(end) - from);
      const progress = Math.min(1, Math.max(0, (document.offsetAt(top) - from) / length));
      this.#show({ key: answer.key, progress });
    });
  }

  /** The page has scrolled: the text is to follow, if it is on show. */
  pageScrolled(uri: vscode.Uri, { key, progress }: Progress): void {
    if (editorOf(uri) === undefined || !isWanted(uri)) return;
    this.#ask(async () => {
      if (key === '') {
        this.#lead(editorOf(uri), 0);
        return;
      }
      const question: PreviewRevealParams = { uri: uri.toString(), key };
      const answer = await this.#server.ask<PreviewRevealResult>(previewReveal, question);
      const editor = editorOf(uri);
      if (answer === undefined || editor?.document.version !== answer.version) return;
      const { document } = editor;
      const { start, end } = toRange(answer.range);
      const from = document.offsetAt(start);
      this.#lead(editor, from + Math.round(progress * (document.offsetAt(end) - from)));
    });
  }

  /** Scrolls the text, which is then no news to the page. */
  #lead(editor: vscode.TextEditor | undefined, offset: number): void {
    if (editor === undefined) return;
    const place = editor.document.positionAt(offset);
    this.#led = { offset, until: Date.now() + GRACE };
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  }

  /** Whether the text is where the page has just led it, give or take a line that is wrapped. */
  #isLedTo({ document, visibleRanges }: vscode.TextEditor, top: vscode.Position): boolean {
    const led = this.#led;
    if (led === undefined || Date.now() > led.until) return false;
    const place = document.positionAt(led.offset);
    if (place.line === top.line) return Math.abs(place.character - top.character) < WRAPPED_LINE;
    // An editor may stop at the last line.
    return place.isAfter(top) && visibleRanges.at(-1)?.end.line === document.lineCount - 1;
  }

  /** One question after the other; of those that wait only the newest is asked. */
  #ask(question: () => Promise<void>): void {
    this.#due = question;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      for (let next = this.#due; next !== undefined; next = this.#due) {
        this.#due = undefined;
        await next();
      }
    } finally {
      this.#isRunning = false;
    }
  }
}

function isWanted(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('kirbyAuthor', uri).get('preview.syncScrolling', true);
}

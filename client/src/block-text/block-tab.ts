import * as vscode from 'vscode';
import {
  type BlockTextAddress,
  type BlockTextProblem,
  blockTextRead,
  type BlockTextReadParams,
  type BlockTextReadResult,
  blockTextWrite,
  type BlockTextWriteParams,
  type BlockTextWriteResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { applyFix } from '../preview/text-side.ts';
import { showNow } from './show-now.ts';

/** How a tab and its source stand to each other. */
export type BlockTabState =
  /** They say the same, or will at once. */
  | 'linked'
  /** The text is no longer in the source, or it cannot be told which one it is. */
  | 'lost'
  /** What was written last cannot be written into the source. */
  | 'refused';

/**
 * One text of a content file in a tab of its own. The content file is the truth: what is typed in the
 * tab is written there at once, and what changes there shows in the tab.
 */
export class BlockTab {
  readonly uri: vscode.Uri;
  readonly #server: LanguageServer;
  readonly #changed: () => void;
  #source: vscode.Uri;
  #address: BlockTextAddress;
  #key: string;
  /** What the tab showed when it and the source were last the same. */
  #shown: string;
  /** What the tab is about to show, which VS Code reads again. */
  #offered: string | undefined;
  /** What has been offered lately: VS Code may be late in showing it. */
  readonly #offers: string[] = [];
  /** What the source has not taken. */
  #untaken: string | undefined;
  /** Whether nobody could say how what was typed last is written into the source. */
  #isUnanswered = false;
  /** Whether an edit of the source has turned out to be one that VS Code never saves. */
  #isReadOnly = false;
  /** The version of the source that the tab is up to date with. */
  #version: number | undefined;
  #state: BlockTabState = 'linked';
  #problem: BlockTextProblem | undefined;
  #time = Date.now();
  #isDue = false;
  #running: Promise<void> | undefined;

  /** @param changed called when the file behind the tab or its state is another one */
  constructor(
    tab: Pick<BlockTab, 'key' | 'source' | 'uri'>,
    text: { readonly address: BlockTextAddress; readonly shown: string },
    server: LanguageServer,
    changed: () => void,
  ) {
    this.uri = tab.uri;
    this.#source = tab.source;
    this.#key = tab.key;
    this.#address = text.address;
    this.#shown = text.shown;
    this.#server = server;
    this.#changed = changed;
  }

  get source(): vscode.Uri {
    return this.#source;
  }

  /** The same for every tab of this text. */
  get key(): string {
    return this.#key;
  }

  get address(): BlockTextAddress {
    return this.#address;
  }

  /** What the tab showed when it and its source were last the same. */
  get shown(): string {
    return this.#shown;
  }

  get state(): BlockTabState {
    return this.#state;
  }

  /** Why the text was refused, where that can be said. */
  get problem(): BlockTextProblem | undefined {
    return this.#problem;
  }

  /** Whether something was typed that nobody could write: the source is no content, or no server runs. */
  get isUnanswered(): boolean {
    return this.#isUnanswered;
  }

  /** Whether the source is read-only: VS Code says so to nobody but its editor. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  /** What the file behind the tab holds. */
  get content(): string {
    return this.#offered ?? this.#shown;
  }

  /** When it was changed last, in milliseconds. */
  get time(): number {
    return this.#time;
  }

  get document(): vscode.TextDocument | undefined {
    return openDocument(this.uri);
  }

  /** Whether the source says what the tab shows. */
  get isSettled(): boolean {
    const text = this.document && textOf(this.document);
    return this.#state === 'linked' && (text === undefined || text === this.#shown);
  }

  /** Brings the tab and its source together. Fulfilled when they are, or cannot be. */
  settle(): Promise<void> {
    this.#isDue = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** The source is another document, whose versions begin anew. */
  forgetVersion(): void {
    this.#version = undefined;
  }

  /** The source has another name. */
  follow(source: vscode.Uri): void {
    this.#source = source;
    this.forgetVersion();
  }

  /** Has the file behind the tab be another one than before. */
  touch(): void {
    this.#time = Math.max(Date.now(), this.#time + 1);
  }

  async #run(): Promise<void> {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#step();
      }
    } finally {
      // In the same breath as the last look, so that nobody waits for a run that is over.
      this.#running = undefined;
    }
  }

  async #step(): Promise<void> {
    const { document } = this;
    const source = await openSource(this.source);
    if (source === undefined) this.#be('lost');
    if (document === undefined || source === undefined) return;
    const text = textOf(document);
    if (text === this.#offered) this.#agree(text);
    else if (!document.isDirty && text !== this.#shown && this.#offers.includes(text)) {
      // Not typed, but read by VS Code before the source changed once more.
      this.#agree(text);
      this.#version = undefined;
    }
    if (text === this.#shown) this.#takeBack();
    if (text !== this.#shown && text !== this.#untaken) await this.#write(source, text);
    else if (source.version !== this.#version) await this.#read(source, document);
  }

  async #write(source: vscode.TextDocument, text: string): Promise<void> {
    const question: BlockTextWriteParams = {
      uri: this.source.toString(),
      address: this.#address,
      before: this.#shown,
      after: text,
    };
    const answer = await this.#server.ask<BlockTextWriteResult>(blockTextWrite, question);
    this.#beUnanswered(answer === undefined);
    if (answer === undefined) return;
    // Whatever comes of it, there is something to look at afterwards.
    this.#isDue = true;
    if (answer.version !== source.version) return;
    switch (answer.kind) {
      case 'edits': {
        const isChange = answer.edits.length > 0;
        if (isChange && !(await applyFix(source, answer))) return;
        if (isChange && !source.isDirty && !(await isOnDisk(source))) this.#beReadOnly();
        this.#address = answer.address;
        this.#version = answer.isMerged ? undefined : answer.version + (isChange ? 1 : 0);
        this.#agree(text);
        this.#be('linked');
        return;
      }
      case 'changed':
        this.#untaken = text;
        this.#version = undefined;
        return;
      default:
        this.#untaken = text;
        this.#be(answer.kind, answer.problem);
    }
  }

  async #read(source: vscode.TextDocument, document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const question: BlockTextReadParams = {
      uri: this.source.toString(),
      address: this.#address,
      shown: this.#shown,
    };
    const answer = await this.#server.ask<BlockTextReadResult>(blockTextRead, question);
    if (answer === undefined) return;
    if (answer.version !== source.version || version !== document.version) {
      this.#isDue = true;
      return;
    }
    this.#version = answer.version;
    if (answer.kind === 'lost') {
      this.#be('lost');
      return;
    }
    this.#address = answer.address;
    this.#key = answer.key;
    if (this.#state === 'lost') {
      // What has been typed meanwhile is written now.
      this.#untaken = undefined;
      this.#isDue = true;
      this.#be('linked');
    }
    const { shown } = answer;
    if (shown === undefined) {
      if (this.#offered !== undefined) this.#offer(undefined);
      return;
    }
    if (document.isDirty) {
      const isShown = await showNow(document, shown);
      if (isShown) this.#agree(shown);
      this.#be('linked');
      this.#isDue = true;
      if (!isShown) this.#version = undefined;
      return;
    }
    this.#offer(shown);
  }

  /** Has VS Code read the file behind the tab again. */
  #offer(shown: string | undefined): void {
    this.#offered = shown;
    if (shown !== undefined) this.#offers.push(shown);
    if (this.#offers.length > MOST_OFFERS) this.#offers.shift();
    this.touch();
    this.#changed();
  }

  #agree(text: string): void {
    this.#shown = text;
    this.#offered = undefined;
    this.#untaken = undefined;
  }

  /** What was refused is undone. */
  #takeBack(): void {
    this.#untaken = undefined;
    this.#beUnanswered(false);
    if (this.#state === 'refused') this.#be('linked');
  }

  #beReadOnly(): void {
    this.#isReadOnly = true;
    this.touch();
    this.#changed();
  }

  #beUnanswered(value: boolean): void {
    if (this.#isUnanswered === value) return;
    this.#isUnanswered = value;
    this.#changed();
  }

  #be(state: BlockTabState, problem?: BlockTextProblem): void {
    const isSame =
      problem?.line === this.#problem?.line && problem?.message === this.#problem?.message;
    if (this.#state === state && isSame) return;
    this.#state = state;
    this.#problem = problem;
    this.touch();
    this.#changed();
  }
}

const MOST_OFFERS = 20;

/** The text of a document with `\n` as its line breaks, whatever the editor prefers. */
export function textOf(document: vscode.TextDocument): string {
  return document.getText().replaceAll('\r\n', '\n');
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

/** Whether a file holds what its document says: an edit may be saved at once. */
async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    return new TextDecoder().decode(bytes) === document.getText();
  } catch {
    return false;
  }
}

/** A content file, read from the disk where it is open nowhere. */
async function openSource(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  // What has no file and was closed would come back, empty and unseen.
  if (uri.scheme === 'untitled') return openDocument(uri);
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import type { StructureOperation } from '../../../server/src/protocol/index.ts';
import { openDocument } from '../block-text/block-tab.ts';
import { blockScheme, sourceOf } from '../block-text/block-uri.ts';
import { contentLanguage } from '../language/decision.ts';
import type { Recogniser } from '../language/recogniser.ts';
import type { LanguageServer } from '../language-server.ts';
import { editorOf, selectInText } from '../preview/text-side.ts';
import { keptCursor } from './kept-cursor.ts';
import { type Performer, performOn, readStructure } from './operation.ts';
import { StructureDrag } from './structure-drag.ts';
import {
  goToNode,
  isNode,
  itemOf,
  nodeAt,
  nodeAtPlace,
  nodeWith,
  rangeOf,
  type StructureNode,
} from './structure-node.ts';
import { Turns } from './turns.ts';

export const structureView = 'kirbyAuthor.structure';

/** What a command is given that is about what is under the cursor, whatever the tree has selected. */
export const inText = 'in-text';

/**
 * The view *Structure*: the rows and blocks of the document that is being written. It follows the text
 * and its cursor, and the text follows what is selected here.
 */
export class StructureView implements vscode.Disposable, vscode.TreeDataProvider<StructureNode> {
  readonly drag = new StructureDrag(this);
  readonly #server: LanguageServer;
  readonly #tree: vscode.TreeView<StructureNode>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #version: number | undefined;
  #nodes: readonly StructureNode[] = [];
  /** The newest question, which whoever asked before waits for as well. */
  #asked: Promise<void> = Promise.resolve();
  #questions = 0;
  /**
   * The keys of what the author has chosen in the tree, while the cursor has not spoken since. The tree
   * itself does not know while VS Code reads it again: then its selection is empty.
   */
  #chosen: readonly string[] | undefined;
  /** Whether the tree is selecting what the cursor is in. */
  #isRevealing = false;
  /** Whether the text is changed by an operation, which may carry the cursor along. */
  #isPerforming = false;
  /** How often something was chosen in the tree. */
  #choices = 0;
  /** The commands, which run one after the other. */
  readonly #turns = new Turns();
  #isShown = false;

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#tree = vscode.window.createTreeView(structureView, {
      treeDataProvider: this,
      dragAndDropController: this.drag,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#tree,
      this.#changed,
      this.#tree.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.#follow();
      }),
      // A single node is chosen by its command, which no selection of ours is taken for; or it is what is
      // left of several.
      this.#tree.onDidChangeSelection(({ selection }) => {
        const isLeft = !this.#isRevealing && (this.#chosen?.length ?? 0) > 1;
        if (selection.length > (isLeft ? 0 : 1)) this.#choose(selection.map(({ key }) => key));
      }),
      vscode.commands.registerCommand(goToNode, (key) => this.#goTo(key)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) void this.#follow();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor.document === this.#document) void this.#cursorMoved(kind !== undefined);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document && this.#tree.visible) void this.refresh();
      }),
      // A change of language closes a document and opens it again.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) void this.#follow();
      }),
      recogniser.onSitesChanged(() => void this.refresh()),
    );
    void this.#follow();
  }

  get nodes(): readonly StructureNode[] {
    return this.#nodes;
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get version(): number | undefined {
    return this.#version;
  }

  get selection(): readonly StructureNode[] {
    return this.#tree.selection;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Reads the document again. Afterwards the nodes are those of its present version. */
  async refresh(): Promise<void> {
    const question = ++this.#questions;
    this.#asked = this.#read(question);
    await this.#asked;
    while (question !== this.#questions) {
      const newest = this.#questions;
      await this.#asked;
      if (newest === this.#questions) return;
    }
  }

  /**
   * Waits for the nodes of the present version, which may be on their way: to read them twice would have
   * VS Code draw the tree twice, and in between its selection is not what it was.
   */
  async #current(): Promise<void> {
    await this.#asked;
    if (this.#version !== this.#document?.version) await this.refresh();
  }

  async #read(question: number): Promise<void> {
    const document = this.#document;
    const answer = document && (await readStructure(this.#server, document.uri));
    if (question !== this.#questions) return;
    this.#version = answer?.version;
    this.#nodes = answer?.nodes ?? [];
    this.#show(this.#nodes.length > 0);
    this.#changed.fire(undefined);
  }

  /**
   * What a command is about: the nodes of the menu; or what was last pointed at, in the tree or in the
   * text.
   */
  async chosen(node: unknown, selected: unknown): Promise<readonly StructureNode[]> {
    const all = Array.isArray(selected) && selected.includes(node) ? selected : [node];
    const given = all.filter(isNode);
    const isCursorMeant = node === inText;
    const chosen = isCursorMeant ? undefined : this.#chosen;
    const keys = given.length > 0 ? given.map(({ key }) => key) : chosen;
    await this.#follow();
    const nodes = keys?.flatMap((key) => nodeWith(this.#nodes, (one) => one.key === key) ?? []);
    // What was chosen may have been deleted since.
    if (nodes !== undefined && (nodes.length > 0 || given.length > 0)) return nodes;
    return [this.#nodeAtCursor()].filter(isNode);
  }

  /** Does something when everything before it is done: each operation is on what the last one has made. */
  inTurn(act: () => Promise<void>): Promise<void> {
    return this.#turns.take(act);
  }

  /**
   * Does operations on the document as it has been read now, and on no other: the places in them are of
   * this version, and time passes while an author chooses from a list.
   */
  now(): Performer {
    const document = this.#document;
    const version = this.#version;
    return {
      perform: async (operation, keepsCursor = false) => {
        if (document === undefined || version === undefined) return;
        this.#isPerforming = true;
        try {
          await this.#perform(document, version, operation, keepsCursor);
        } finally {
          this.#isPerforming = false;
        }
      },
    };
  }

  async #perform(
    document: vscode.TextDocument,
    version: number,
    operation: StructureOperation,
    keepsCursor: boolean,
  ): Promise<void> {
    const editor = editorOf(document.uri);
    const kept: ReturnType<typeof keptCursor>[] = [];
    const selected = await performOn(this.#server, document, version, operation, () => {
      const under = keepsCursor ? this.#nodeAtCursor() : undefined;
      if (editor !== undefined && under !== undefined) kept.push(keptCursor(editor, under));
    });
    if (selected === undefined) return;
    const { version: made } = document;
    await this.#current();
    // An author who was quicker has gone on from here.
    if (document !== this.#document || document.version !== made || this.#version !== made) return;
    const [place] = selected;
    const node = place && nodeAtPlace(this.#nodes, place);
    if (node === undefined || (editor !== undefined && kept.some((keep) => keep(editor, node))))
      return;
    await selectInText(document.uri, rangeOf(node), false, undefined);
  }

  /** Brings the view up, with what is under the cursor; with a field's number, with that field. */
  async show(field: unknown): Promise<void> {
    await this.#follow();
    await vscode.commands.executeCommand(`${structureView}.focus`);
    const node = this.#nodes.find((one) => one.field.index === field) ?? this.#nodeAtCursor();
    if (node !== undefined)
      await this.#tree.reveal(node, { select: true, focus: true, expand: true });
  }

  getChildren(node?: StructureNode): StructureNode[] {
    return [...(node?.children ?? (node === undefined ? this.#nodes : []))];
  }

  getParent(node: StructureNode): StructureNode | undefined {
    return node.parent;
  }

  getTreeItem(node: StructureNode): vscode.TreeItem {
    return itemOf(node);
  }

  /** Takes up the document that is being written, and its cursor. */
  async #follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    // Beside a preview, the text that it shows is still meant; and so it is while somebody reads a log,
    // which is an editor without a column.
    if (editor?.viewColumn !== undefined) this.#take(contentOf(editor.document));
    await this.refresh();
    await this.#showInTree();
  }

  #take(document: vscode.TextDocument | undefined): void {
    // A translation or a copy has rows and blocks of the same ids.
    if (document !== this.#document) this.#chosen = undefined;
    this.#document = document;
  }

  #editor(): vscode.TextEditor | undefined {
    return this.#document && editorOf(this.#document.uri);
  }

  #nodeAtCursor(): StructureNode | undefined {
    const position = this.#editor()?.selection.active;
    return position && nodeAt(this.#nodes, position);
  }

  /**
   * @param isMeant whether somebody has moved it, and not the text under it: an edit pushes the cursor
   *   about, and VS Code may tell so after we have put it where it belongs
   */
  async #cursorMoved(isMeant: boolean): Promise<void> {
    const [first, ...others] = this.#chosen ?? [];
    // Several nodes stay chosen while the cursor is in the first one, and while they are moved.
    const hasLeft = isMeant && !this.#isPerforming && this.#nodeAtCursor()?.key !== first;
    if (others.length === 0 || hasLeft) this.#chosen = undefined;
    await this.#showInTree();
  }

  async #showInTree(): Promise<void> {
    const choices = this.#choices;
    if (!this.#tree.visible || this.#editor() === undefined) return;
    await this.#current();
    // Who was quicker with the mouse than the answer has gone on from here.
    if (choices !== this.#choices || (this.#chosen?.length ?? 0) > 1) return;
    const node = this.#nodeAtCursor();
    if (node === undefined || this.selection.some(({ key }) => key === node.key)) return;
    this.#isRevealing = true;
    try {
      await this.#tree.reveal(node, { select: true, focus: false, expand: false });
    } catch {
      // The tree has been read again meanwhile; its new nodes are revealed in their turn.
    } finally {
      this.#isRevealing = false;
    }
  }

  #choose(keys: readonly string[]): void {
    this.#choices++;
    this.#chosen = keys;
  }

  /** Selects in the text what was clicked: the row or block of that key, wherever it stands by now. */
  async #goTo(key: unknown): Promise<void> {
    if (typeof key !== 'string') return;
    this.#choose([key]);
    const choices = this.#choices;
    await this.#current();
    const document = this.#document;
    const node = nodeWith(this.#nodes, (one) => one.key === key);
    if (document === undefined || node === undefined || choices !== this.#choices) return;
    if (this.#version === document.version && this.#nodeAtCursor()?.key !== key)
      await selectInText(document.uri, rangeOf(node), false, undefined);
  }

  #show(value: boolean): void {
    if (this.#isShown === value) return;
    this.#isShown = value;
    void vscode.commands.executeCommand('setContext', 'kirbyAuthor.hasStructure', value);
  }
}

/** The content file that is being written: the document itself, or the one that a tab shows a text of. */
function contentOf(document: vscode.TextDocument): vscode.TextDocument | undefined {
  if (document.languageId === contentLanguage) return document;
  const source = document.uri.scheme === blockScheme ? sourceOf(document.uri) : undefined;
  return source && openDocument(source.uri);
}

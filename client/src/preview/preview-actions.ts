import * as vscode from 'vscode';
import type { Act, Action, Move, Side } from '../../messages/messages.ts';
import {
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewKeyAtResult,
  previewReveal,
  type PreviewRevealParams,
  type PreviewRevealResult,
  type StructureGap,
  type StructureOperation,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { addAt } from '../structure/add.ts';
import { performOn, type Performer, readStructure } from '../structure/operation.ts';
import { nodeAtPlace, placeOf, rangeOf, type StructureNode } from '../structure/structure-node.ts';
import { gapBeside, gapInside } from '../structure/structure-place.ts';
import { Turns } from '../structure/turns.ts';
import { editorOf, selectInText } from './text-side.ts';

/** What a fragment of a preview is in one version of its document. */
interface Found {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly node: StructureNode;
}

/** What an author does to rows and blocks in a preview: the same as in the view *Structure*. */
export class PreviewActions {
  readonly #server: LanguageServer;
  readonly #focus: (key: string) => void;
  readonly #turns = new Turns();
  /** What was moved last went by the first key, and goes by the second one. */
  #moved: { readonly from: string; readonly to: string } | undefined;

  /** @param focus gives the keyboard to what is new or has moved */
  constructor(server: LanguageServer, focus: (key: string) => void) {
    this.#server = server;
    this.#focus = focus;
  }

  act(uri: vscode.Uri, { action, key }: Omit<Act, 'kind'>): Promise<void> {
    return this.#turns.take(async () => {
      const found = await this.#find(uri, key);
      if (found === undefined) return;
      await actOn(found.node, action, {
        perform: (operation) => this.#perform(found, operation, key),
      });
    });
  }

  move(uri: vscode.Uri, { key, target, side }: Omit<Move, 'kind'>): Promise<void> {
    return this.#turns.take(async () => {
      const found = await this.#find(uri, key);
      const onto = await this.#find(uri, target);
      if (found === undefined || found.version !== onto?.version) return;
      const to = gapOf(onto.node, side);
      if (to === undefined) return;
      await this.#perform(found, { kind: 'move', items: [placeOf(found.node)], to }, key);
    });
  }

  async #find(uri: vscode.Uri, key: string): Promise<Found | undefined> {
    const ask = async (key: string): Promise<PreviewRevealResult | undefined> => {
      const question: PreviewRevealParams = { uri: uri.toString(), key };
      return this.#server.ask<PreviewRevealResult>(previewReveal, question);
    };
    const document = await vscode.workspace.openTextDocument(uri);
    // Keys are quicker than the news that something goes by another name.
    const place =
      (await ask(key)) ?? (this.#moved?.from === key ? await ask(this.#moved.to) : undefined);
    const read = place && (await readStructure(this.#server, uri));
    if (place === undefined || place.version !== read?.version) return undefined;
    const { field, path } = place.place;
    const node =
      path.length === 0
        ? read.nodes.find((one) => one.field.index === field)
        : nodeAtPlace(read.nodes, place.place);
    return node && { document, version: place.version, node };
  }

  async #perform(
    { document, version }: Found,
    operation: StructureOperation,
    key: string,
  ): Promise<void> {
    const { uri } = document;
    const selected = await performOn(this.#server, document, version, operation);
    const [place] = selected ?? [];
    const read = place && (await readStructure(this.#server, uri));
    const node = place && read && nodeAtPlace(read.nodes, place);
    if (node === undefined) return;
    const { start } = rangeOf(node);
    const question: PreviewKeyAtParams = { uri: uri.toString(), position: start, isFresh: true };
    const answer = await this.#server.ask<PreviewKeyAtResult>(previewKeyAt, question);
    if (answer !== undefined) {
      this.#moved = { from: key, to: answer.key };
      this.#focus(answer.key);
    }
    if (editorOf(uri) !== undefined) await selectInText(uri, rangeOf(node), false, undefined);
  }
}

async function actOn(node: StructureNode, action: Action, performer: Performer): Promise<void> {
  const items = [placeOf(node)];
  switch (action) {
    case 'up':
    case 'down':
      await performer.perform({ kind: 'step', items, by: action === 'up' ? -1 : 1 });
      break;
    case 'add': {
      const at = gapBeside(node, 1) ?? gapInside(node);
      if (at !== undefined) await addAt(performer, node, at, undefined);
      break;
    }
    default:
      await performer.perform({ kind: action, items });
  }
}

function gapOf(node: StructureNode, side: Side): StructureGap | undefined {
  return side === 'inside' ? gapInside(node) : gapBeside(node, side === 'before' ? 0 : 1);
}

import * as vscode from 'vscode';
import {
  blockTextPlaces,
  type BlockTextPlacesParams,
  type BlockTextPlacesResult,
  type Position,
  type Range,
  type ShownBlockText,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import type { BlockTab } from './block-tab.ts';

/** A tab that says what its file says. */
export interface SettledTab {
  readonly tab: BlockTab;
  readonly question: ShownBlockText;
}

/** Brings a tab and its file together; `undefined` where they differ all the same. */
export async function settledTab(tab: BlockTab | undefined): Promise<SettledTab | undefined> {
  await tab?.settle();
  if (tab?.isSettled !== true) return undefined;
  const { source, address, shown } = tab;
  return { tab, question: { uri: source.toString(), address, shown } };
}

/** The place in the file of a position in a tab. */
export async function inSource(
  server: LanguageServer,
  { question }: SettledTab,
  { line, character }: vscode.Position,
): Promise<vscode.Position | undefined> {
  const asked: BlockTextPlacesParams = {
    ...question,
    positions: [{ line, character }],
    ranges: [],
  };
  const answer = await server.ask<BlockTextPlacesResult>(blockTextPlaces, asked);
  const [position] = answer?.positions ?? [];
  return position && new vscode.Position(position.line, position.character);
}

/** What a tab shows of ranges of its file; `undefined` for those that are about something else. */
export async function inTab(
  server: LanguageServer,
  { question }: SettledTab,
  ranges: readonly vscode.Range[],
): Promise<readonly (vscode.Range | undefined)[]> {
  const asked: BlockTextPlacesParams = { ...question, positions: [], ranges: ranges.map(plain) };
  const answer = await server.ask<BlockTextPlacesResult>(blockTextPlaces, asked);
  return ranges.map((_, index) => {
    const range = answer?.ranges[index];
    return range === undefined || range === null ? undefined : toRange(range);
  });
}

/** VS Code's own ranges become lists on their way to the server. */
function plain({ start, end }: vscode.Range): Range {
  const at = ({ line, character }: vscode.Position): Position => ({ line, character });
  return { start: at(start), end: at(end) };
}

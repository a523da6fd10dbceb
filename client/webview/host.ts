import type { FromWebview, PanelState } from '../messages/messages.ts';

/** Where the reader was: a fragment, and how far its upper edge was from the window's. */
export interface ScrollPlace {
  readonly key: string;
  readonly offset: number;
}

/** What survives a reload. VS Code gives the first part back to the extension. */
export interface KeptState extends PanelState {
  readonly place?: ScrollPlace;
  /** The fragment that had the keyboard when an author asked for what loads the page again. */
  readonly focus?: string;
}

/** The extension, seen from the webview. */
export interface Host {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: KeptState): void;
}

/** Reads what `setState` kept. */
export function parseFocus(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('focus' in value)) return undefined;
  return typeof value.focus === 'string' ? value.focus : undefined;
}

import type { FromWebview, PanelState } from '../messages/messages.ts';

/** Where the reader was: a fragment, and how far its upper edge was from the window's. */
export interface ScrollPlace {
  readonly key: string;
  readonly offset: number;
}

/** What survives a reload. VS Code gives the first part back to the extension. */
export interface KeptState extends PanelState {
  readonly place?: ScrollPlace;
}

/** The extension, seen from the webview. */
export interface Host {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: KeptState): void;
}

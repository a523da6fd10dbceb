/**
 * What the extension and its webview say to each other. Both sides switch over these unions
 * exhaustively; `parse.ts` lets nothing else in.
 */

/** From the extension to the webview. */
export type ToWebview =
  Update | Mark | Remember | Scroll | Styles | Export | Editing | Focus | SourceText | Written;

/** What changed on the page. The first update of a page is a full one. */
export interface Update {
  readonly kind: 'update';
  /** Whether this is the whole page: whatever is on show and not mentioned goes. */
  readonly full: boolean;
  /** Keys of the top level, in order; left out while they stay the same. */
  readonly roots?: readonly string[];
  /** New and changed fragments only. Their HTML is not trusted. */
  readonly fragments: readonly { readonly key: string; readonly html: string }[];
  /** Keys of fragments that are gone. */
  readonly removed: readonly string[];
  readonly broken: readonly { readonly field: string; readonly message: string }[];
  /** Address that relative addresses start from, with a slash at the end; empty: there is none. */
  readonly base: string;
  /** Language code of the content; empty when it is not known. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The fragment that the cursor is in; without a key it is in none. */
export interface Mark {
  readonly kind: 'mark';
  readonly key?: string;
  /** Whether the fragment has to come into view. */
  readonly scroll: boolean;
}

/** Brings a place of a fragment to the top of the window, because it is at the top of the text. */
export interface Scroll extends Progress {
  readonly kind: 'scroll';
}

/** A place in a fragment: the text before it, as a part of all its text, from 0 to 1. */
export interface Progress {
  /** Empty for the very start of the page and of the text. */
  readonly key: string;
  readonly progress: number;
}

/** The site's own style sheets, in their order; without any the page has the look of the preview. */
export interface Styles {
  readonly kind: 'styles';
  readonly sheets: readonly StyleSheetText[];
  /** Address of the folder that pictures and fonts may come from, with a slash at the end. */
  readonly folder: string;
  /** Address that `/` stands for, with a slash at the end. */
  readonly root: string;
}

export interface StyleSheetText {
  readonly text: string;
  /** Its own address: relative ones start from there. */
  readonly base: string;
}

/** What the webview keeps over a reload of the window. Another document means another page. */
export interface Remember {
  readonly kind: 'remember';
  readonly state: PanelState;
}

/** Asks for the page as HTML: `Exported` is the answer. */
export interface Export {
  readonly kind: 'export';
}

/** What a panel needs to be itself again after a reload. */
export interface PanelState {
  readonly uri: string;
  /** A locked preview stays with its document. */
  readonly isLocked: boolean;
  /** As wide as the window and in its own size, unless it says otherwise. */
  readonly view?: View;
}

/** How a page is shown. */
export interface View {
  readonly width: SheetWidth;
  /** In percent. */
  readonly zoom: number;
  /** Light or dark whatever the editor is; `undefined`: as the editor. */
  readonly scheme?: Scheme;
}

export type Scheme = 'light' | 'dark';

export type SheetWidth = 'window' | 'phone' | 'tablet' | 'desktop';

/** Whether the page may offer to change what it shows: the document can be written. */
export interface Editing {
  readonly kind: 'editing';
  readonly isAllowed: boolean;
}

/** Gives the keyboard to a fragment that has been added or moved. */
export interface Focus {
  readonly kind: 'focus';
  readonly key: string;
}

/** The source of a text that is asked for, as an editor shows it. */
export interface SourceText {
  readonly kind: 'sourceText';
  readonly key: string;
  readonly part: string;
  readonly text: string;
}

/** A text was written, or cannot be: the fragment is what the last update says. */
export interface Written {
  readonly kind: 'written';
  readonly key: string;
}

/** From the webview to the extension. */
export type FromWebview =
  | Ready
  | Reveal
  | EditText
  | Scrolled
  | OpenLink
  | Fix
  | ShowText
  | Exported
  | Allow
  | Act
  | Move
  | Undo
  | AskText
  | Draft
  | WriteText;

/** The page is there, and empty: sent once after each load. */
export interface Ready {
  readonly kind: 'ready';
}

/** Select a fragment in the text. */
export interface Reveal {
  readonly kind: 'reveal';
  readonly key: string;
  /** Whether the keyboard goes along. */
  readonly focus: boolean;
}

/** Open the text of a fragment in a tab of its own. */
export interface EditText {
  readonly kind: 'editText';
  readonly key: string;
}

/** The reader has scrolled; this is at the top of the window now. */
export interface Scrolled extends Progress {
  readonly kind: 'scrolled';
}

/** Open a link outside. */
export interface OpenLink {
  readonly kind: 'openLink';
  readonly href: string;
}

/** Repair what keeps the page from being rendered. */
export interface Fix {
  readonly kind: 'fix';
}

/** Give the keyboard back to the text. */
export interface ShowText {
  readonly kind: 'showText';
}

/** The page as it is shown, cleaned: nothing in it runs. */
export interface Exported {
  readonly kind: 'exported';
  /** Addresses of images are relative to the folder of the site. */
  readonly html: string;
  /** Of the site; empty while the page has the look of the preview. */
  readonly styles: string;
  readonly isStyled: boolean;
}

/** What is loaded from another host, once the author allows it. */
export type RemoteKind = 'picture' | 'frame';

/** The author wants to see what a host has. */
export interface Allow {
  readonly kind: 'allow';
  readonly what: RemoteKind;
  /** As a URL has it, with a port perhaps: `example.org`. */
  readonly host: string;
}

/** What is done to a row or a block as it stands. `add`: behind it, or in what is empty. */
export const actions = ['up', 'down', 'add', 'duplicate', 'hide', 'show', 'delete'] as const;

export type Action = (typeof actions)[number];

/** Do something to a row or a block. */
export interface Act {
  readonly kind: 'act';
  readonly action: Action;
  readonly key: string;
}

/** Where something goes that is moved: beside another row or block, or to the end of what holds some. */
export const sides = ['before', 'after', 'inside'] as const;

export type Side = (typeof sides)[number];

/** Move a row or a block to where it was dropped. */
export interface Move {
  readonly kind: 'move';
  readonly key: string;
  readonly target: string;
  readonly side: Side;
}

/** Take the last change of the document back, or do it again. */
export interface Undo {
  readonly kind: 'undo';
  readonly isRedo: boolean;
}

/** Tell the source of a text; where there is none, it opens in a tab of its own. */
export interface AskText {
  readonly kind: 'askText';
  readonly key: string;
  /** A key of the content of a block; empty: the value of a field. */
  readonly part: string;
}

/** What a text is while it is written: should the page go away meanwhile, that counts. */
export interface Draft {
  readonly kind: 'draft';
  readonly key: string;
  readonly part: string;
  /** What it was when it was asked for, once the author has thought better of it. */
  readonly text: string;
}

/** Write a text that was asked for. */
export interface WriteText {
  readonly kind: 'writeText';
  readonly key: string;
  readonly part: string;
  /** What it was when it was asked for. */
  readonly before: string;
  readonly after: string;
}

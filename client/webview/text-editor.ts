import { elementOf, type EditablePart, partsOf } from './editable-part.ts';
import { lettersOf, paragraphsOf, rewritten, textOf, type Unit, unitsOf } from './inline-text.ts';
import type { Page } from './page.ts';
import { readUnits, showUnits } from './written-text.ts';

export interface TextActions {
  /** Asks for the source of a text; the answer is for `begin()`. */
  ask(key: string, part: string): void;
  /** Opens a text that cannot be written where it stands. */
  open(key: string): void;
  /** The text as it is now; nobody writes it yet. */
  draft(text: SourceText): void;
  write(text: { key: string; part: string; before: string; after: string }): void;
}

/** The source of a text. */
export interface SourceText {
  readonly key: string;
  readonly part: string;
  readonly text: string;
}

/** Which of the texts of a fragment. */
interface Place {
  readonly key: string;
  readonly at: number;
}

interface Written {
  readonly source: SourceText;
  readonly at: number;
  readonly element: HTMLElement;
  readonly units: readonly Unit[];
  /** Where they stand in the source. */
  readonly start: number;
  readonly end: number;
}

/**
 * Texts that are written on the page: headings, captions, paragraphs and the like that have nothing but
 * marks in them. Enter and leaving the text write it, Escape leaves it as it was, Tab writes it and goes on
 * to the next text of its block. While it is written, an update does not touch it.
 */
export class TextEditor {
  readonly #page: Page;
  readonly #actions: TextActions;
  /** What the source was asked for. */
  #asked: Place | undefined;
  /** What is written next, once this is done. */
  #next: Place | undefined;
  #written: Written | undefined;
  /** The page is changing, and nobody leaves the text. */
  #isHeld = false;

  constructor(page: Page, container: HTMLElement, actions: TextActions) {
    this.#page = page;
    this.#actions = actions;
    container.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    container.addEventListener('input', ({ target }) => {
      if (this.#written !== undefined && target === this.#written.element)
        this.#tell(this.#written.source, textNow(this.#written));
    });
    container.addEventListener('focusout', ({ target }) => {
      if (target === this.#written?.element && !this.#isHeld) this.#commit(false);
    });
  }

  /** Begins with the text of a fragment that is meant: the one pointed at, or the first one. */
  edit(key: string, near: Element | undefined): void {
    const fragment = this.#page.element(key);
    const parts = fragment === undefined ? [] : partsOf(fragment);
    const pointed = parts.findLastIndex(({ element }) => element.contains(near ?? null));
    this.#ask({ key, at: Math.max(0, pointed) });
  }

  /** The source is there. */
  begin(source: SourceText): void {
    const { key, text } = source;
    const asked = this.#asked;
    const fragment = this.#page.element(key);
    this.#asked = undefined;
    this.#next = undefined;
    if (asked?.key !== key || fragment === undefined) return;
    this.#commit(false);
    const part = partsOf(fragment)[asked.at];
    const found = part && unitsIn(part, partsOf(fragment), text);
    if (part?.part !== source.part || found === undefined) {
      this.#actions.open(key);
      return;
    }
    this.#page.keep(key);
    const element = elementOf(part);
    this.#written = { source, at: asked.at, element, ...found };
    showUnits(element, found.units);
    element.contentEditable = 'plaintext-only';
    element.setAttribute('role', 'textbox');
    const name = fragment.ariaLabel;
    if (name !== null) element.ariaLabel = name;
    element.focus();
    getSelection()?.selectAllChildren(element);
    getSelection()?.collapseToEnd();
  }

  /** The text has been written, or never will be: the page shows it as it is. */
  end(key: string): void {
    if (this.#written !== undefined) return;
    const next = this.#nextOf(key);
    this.#page.release(key);
    if (next !== undefined) this.#ask(next);
  }

  /** Changes the page around a text that is being written. */
  during(change: () => void): void {
    const element = this.#written?.element;
    const isFocused = element !== undefined && element === document.activeElement;
    // The browser lays the page out to say where the selection is.
    const { anchorNode, anchorOffset, focusNode, focusOffset } =
      (isFocused ? getSelection() : null) ?? noSelection;
    this.#isHeld = true;
    change();
    this.#isHeld = false;
    if (!isFocused) return;
    // Its block is gone: what is typed is not lost with it.
    if (!element.isConnected) this.#commit(false);
    else if (document.activeElement !== element) {
      element.focus({ preventScroll: true });
      if (anchorNode !== null && focusNode !== null)
        getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }

  #key(event: KeyboardEvent): void {
    const element = this.#written?.element;
    if (element === undefined || event.target !== element || event.isComposing) return;
    if (event.key === 'Enter') this.#commit(true);
    else if (event.key === 'Tab' && this.#hasNext(event.shiftKey ? -1 : 1)) this.#commit(true);
    else if (event.key === 'Escape') this.#finish(true);
    else return;
    event.preventDefault();
  }

  /** Whether there is a text before or behind in the block, which is the next one then. */
  #hasNext(by: -1 | 1): boolean {
    if (this.#written === undefined) return false;
    const { source, at } = this.#written;
    const fragment = this.#page.element(source.key);
    if (fragment === undefined || partsOf(fragment)[at + by] === undefined) return false;
    this.#next = { key: source.key, at: at + by };
    return true;
  }

  /** What is to be written next, unless the author has gone elsewhere meanwhile. */
  #nextOf(key: string): Place | undefined {
    const next = this.#next;
    this.#next = undefined;
    const isHere = document.activeElement === this.#page.element(key);
    return next?.key === key && isHere ? next : undefined;
  }

  #ask(place: Place): void {
    const fragment = this.#page.element(place.key);
    const part = fragment && partsOf(fragment)[place.at]?.part;
    if (part === undefined) {
      this.#actions.open(place.key);
      return;
    }
    this.#asked = place;
    this.#actions.ask(place.key, part);
  }

  #tell({ key, part }: SourceText, text: string): void {
    this.#actions.draft({ key, part, text });
  }

  #commit(isByKey: boolean): void {
    if (this.#written === undefined) return;
    const { key, part, text: before } = this.#written.source;
    const after = textNow(this.#written);
    if (after === before) {
      this.#finish(isByKey);
      return;
    }
    // The page keeps the new text until it is written.
    this.#leave(isByKey);
    this.#actions.write({ key, part, before, after });
  }

  #finish(isByKey: boolean): void {
    if (this.#written !== undefined) this.#tell(this.#written.source, this.#written.source.text);
    const key = this.#leave(isByKey);
    if (key !== undefined) this.#page.release(key);
    if (key === undefined || !isByKey) return;
    this.#page.element(key)?.focus({ preventScroll: true });
    const next = this.#nextOf(key);
    if (next !== undefined) this.#ask(next);
  }

  #leave(isByKey: boolean): string | undefined {
    const { source, element } = this.#written ?? {};
    this.#written = undefined;
    element?.removeAttribute('contenteditable');
    element?.removeAttribute('role');
    if (source !== undefined && isByKey)
      this.#page.element(source.key)?.focus({ preventScroll: true });
    return source?.key;
  }
}

/** The source with what was written. */
function textNow({ source, element, units, start, end }: Written): string {
  const { part, text } = source;
  const now = rewritten(units, readUnits(element, units), part !== '');
  return text.slice(0, start) + now + text.slice(end);
}

const noSelection = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 };

/** The text of a part in its source; `undefined` where it is not, or has more than marks in it. */
function unitsIn(
  { element, part, paragraph }: EditablePart,
  all: readonly EditablePart[],
  text: string,
): Pick<Written, 'units' | 'start' | 'end'> | undefined {
  const places = paragraph === undefined ? undefined : paragraphsOf(text);
  // A paragraph that cannot be written here stands among them, and counts.
  if (places !== undefined && places.length !== all.length) return undefined;
  const { start, end } = places?.[paragraph ?? 0] ?? { start: 0, end: text.length };
  const source = text.slice(start, end);
  const units = part === '' ? lettersOf(source) : unitsOf(source);
  const shown =
    element.localName === 'blockquote'
      ? [...element.childNodes].filter(({ nodeName }) => nodeName !== 'FOOTER')
      : [element];
  const words = shown.map(({ textContent }) => textContent ?? '').join('');
  return units !== undefined && bare(textOf(units)) === bare(words)
    ? { units, start, end }
    : undefined;
}

/** A text without its blanks, which a page does not show as they are. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}

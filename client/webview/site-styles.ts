import type { Styles } from '../messages/messages.ts';
import { scopedCss } from './css/scoped-css.ts';

/**
 * What a page without any styles looks like, as the site's own have it before them. VS Code has ideas
 * of some elements, which are taken back.
 */
const bare = `@scope (#page) {
  :scope { max-width: none; background: #fff; color: #000; font: initial; color-scheme: light; }
  a, blockquote, code, img, kbd, pre { all: revert; }
  img { max-width: 100%; height: auto; }
}`;

/** Data that a style sheet may hold instead of an address. */
const ownData = /^data:(?:image|font|application\/(?:x-)?font[-\w]*)[/;,]/i;

/** Shows the page with the site's own style sheets, and nothing but the page. */
export class SiteStyles {
  readonly #sheet: HTMLElement;
  readonly #page: HTMLElement;
  readonly #textStyle: HTMLLinkElement | undefined;
  #styles: Styles | undefined;
  #isDark = false;

  /**
   * @param sheet what the page lies on
   * @param textStyle the style sheet that gives way to them
   */
  constructor(sheet: HTMLElement, page: HTMLElement, textStyle: Element) {
    this.#sheet = sheet;
    this.#page = page;
    this.#textStyle = textStyle instanceof HTMLLinkElement ? textStyle : undefined;
    // VS Code tells of its theme by the classes of the body; what the author chose, the sheet tells.
    const observer = new MutationObserver(() => {
      if (isDark(sheet) !== this.#isDark) this.#apply();
    });
    observer.observe(document.body, { attributeFilter: ['class'] });
    observer.observe(sheet, { attributeFilter: ['data-scheme'] });
  }

  show(styles: Styles): void {
    if (JSON.stringify(styles) === JSON.stringify(this.#styles)) return;
    this.#styles = styles;
    this.#apply();
  }

  #apply(): void {
    const { sheets = [], folder = '', root = '' } = this.#styles ?? {};
    this.#isDark = isDark(this.#sheet);
    const ownFonts = getComputedStyle(document.body).fontFamily.toLowerCase();
    const made = sheets.map(({ text, base }) =>
      styleSheet(
        scopedCss(styleSheet(text).cssRules, {
          root: '#page',
          isDark: this.#isDark,
          locate: (address) => locate(address, base, folder, root),
          isOwnFont: (family) => ownFonts.includes(family.toLowerCase()),
        }),
      ),
    );
    const isStyled = made.length > 0;
    document.adoptedStyleSheets = isStyled ? [styleSheet(bare), ...made] : [];
    if (this.#textStyle !== undefined) this.#textStyle.disabled = isStyled;
    this.#sheet.classList.toggle('is-styled', isStyled);
    this.#ground(isStyled);
  }

  /** The colours of the page go on to the edges, as those of a body do. */
  #ground(isStyled: boolean): void {
    const { backgroundColor, color } = getComputedStyle(this.#page);
    this.#sheet.style.backgroundColor = isStyled ? backgroundColor : '';
    this.#sheet.style.color = isStyled ? color : '';
  }
}

/** A style sheet that stands in no document yet and loads nothing; `@import` does not count in it. */
function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** The address of a file in the folder, or of data in the style sheet; `undefined` for any other. */
function locate(address: string, base: string, folder: string, root: string): string | undefined {
  const trimmed = address.trim();
  if (ownData.test(trimmed)) return /["\\\n]/.test(trimmed) ? undefined : trimmed;
  const isOfRoot = /^\/(?![/\\])/.test(trimmed);
  const from = isOfRoot ? root : base;
  const path = isOfRoot ? trimmed.slice(1) : trimmed;
  if (path === '' || from === '' || folder === '' || !URL.canParse(path, from)) return undefined;
  const { href } = new URL(path, from);
  return href.startsWith(new URL(folder).href) ? href : undefined;
}

/** Whether the page is dark: as it was chosen, else as the editor is. */
function isDark(sheet: HTMLElement): boolean {
  const { scheme } = sheet.dataset;
  if (scheme !== undefined) return scheme === 'dark';
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return false;
  return classList.contains('vscode-dark') || classList.contains('vscode-high-contrast');
}

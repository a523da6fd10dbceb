import type { SheetWidth, View } from '../messages/messages.ts';

/** How wide the page is made, in pixels; the window's own width is none. */
const widths: Readonly<Record<SheetWidth, number | undefined>> = {
  window: undefined,
  phone: 390,
  tablet: 768,
  desktop: 1280,
};

/**
 * How wide and how large the page is shown, and whether it is light or dark. What is wider than the window is made smaller until it fits: a
 * page for a desktop can be looked at beside its text.
 */
export class SheetView {
  readonly #sheet: HTMLElement;
  #view: View | undefined;

  /** @param sheet what the page lies on */
  constructor(sheet: HTMLElement) {
    this.#sheet = sheet;
    addEventListener('resize', () => {
      this.#fit();
    });
    // In a browser these would make everything larger, VS Code included; there they are commands.
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && /^[-+=0]$/.test(event.key)) event.preventDefault();
    });
  }

  /** @param view `undefined`: as wide as the window, in its own size, light or dark as the editor */
  show(view: View | undefined): void {
    this.#view = view;
    if (view?.scheme === undefined) delete this.#sheet.dataset['scheme'];
    else this.#sheet.dataset['scheme'] = view.scheme;
    this.#fit();
  }

  isShown(view: View | undefined): boolean {
    const shown = this.#view;
    return (
      view?.width === shown?.width && view?.zoom === shown?.zoom && view?.scheme === shown?.scheme
    );
  }

  #fit(): void {
    const { width = 'window', zoom = 100 } = this.#view ?? {};
    const pixels = widths[width];
    const room = document.documentElement.clientWidth;
    const share = pixels === undefined ? 1 : Math.min(1, room / pixels);
    const factor = (zoom / 100) * share;
    this.#sheet.style.width = pixels === undefined ? '' : `${pixels}px`;
    this.#sheet.style.zoom = factor === 1 ? '' : String(factor);
    this.#sheet.classList.toggle('is-device', pixels !== undefined);
  }
}

import { html, type Html } from './html.ts';

/** Whether a text is a colour as Kirby's colour field stores it: hex, `rgb()` or `hsl()`. */
export function isColor(text: string): boolean {
  return /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgb|hsl)a?\([\d\s.,%/a-z+-]{1,40}\))$/i.test(
    text,
  );
}

/** A colour with its name. The client paints the swatch from `data-color`, after a check of its own. */
export function swatch(color: string, name = color): Html {
  return html`<span class="kirby-color"
    ><span class="kirby-swatch" data-color="${color}" aria-hidden="true"></span>${name}</span
  >`;
}

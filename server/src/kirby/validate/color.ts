/** The formats of a color field (`kirby/config/fields/color.php`). */
export type ColorFormat = 'hex' | 'rgb' | 'hsl';

/** As Kirby looks at a colour: ranges are not checked, and seven digits are as good as six. */
export function isColor(text: string, format: ColorFormat): boolean {
  return forms[format].test(text);
}

const forms: Readonly<Record<ColorFormat, RegExp>> = {
  hex: /^#(?:[\da-f]{3}|[\da-f]{4}|[\da-f]{6,8})$/i,
  rgb: /^rgba?\(\s*\d{1,3}%?[,\s]+\d{1,3}%?[,\s]+\d{1,3}%?[,\s/]*\d*(?:\.\d+)?%?\s*\)?$/i,
  hsl: /^hsla?\(\s*\d{1,3}\.?\d*(?:deg|rad|grad|turn)?[,\s]+\d{1,3}%[,\s]+\d{1,3}%[,\s/]*\d*(?:\.\d+)?%?\s*\)?$/i,
};

/** The same colour in another format; `undefined` where it would be another one, or cannot be read. */
export function converted(text: string, format: ColorFormat): string | undefined {
  const channels = hexChannels(text) ?? rgbChannels(text);
  if (channels === undefined) return undefined;
  const [red, green, blue, alpha] = channels;
  if (format === 'rgb') {
    if (alpha === 255) return `rgb(${red}, ${green}, ${blue})`;
    return alpha === 0 ? `rgba(${red}, ${green}, ${blue}, 0)` : undefined;
  }
  const opaque = alpha === 255 ? [red, green, blue] : channels;
  return format === 'hex' ? `#${opaque.map(hexPair).join('')}` : undefined;
}

type Channels = readonly [red: number, green: number, blue: number, alpha: number];

function hexChannels(text: string): Channels | undefined {
  const digits = /^#?([\da-f]{3,8})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const isShort = digits.length <= 4;
  const full = isShort ? digits.replace(/./g, '$&$&') : digits;
  if (full.length !== 6 && full.length !== 8) return undefined;
  const at = (index: number): number => parseInt(full.slice(index, index + 2), 16);
  return [at(0), at(2), at(4), full.length === 8 ? at(6) : 255];
}

/** Whole numbers only, and an alpha that is nothing or all. */
function rgbChannels(text: string): Channels | undefined {
  const match = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)(?:[,\s/]+(0|1|100%|0%))?\s*\)?$/i.exec(
    text,
  );
  if (match === null) return undefined;
  const [red = 256, green = 256, blue = 256] = match.slice(1, 4).map(Number);
  if (Math.max(red, green, blue) > 255) return undefined;
  return [red, green, blue, match[4]?.startsWith('0') === true ? 0 : 255];
}

function hexPair(channel: number): string {
  return channel.toString(16).padStart(2, '0');
}

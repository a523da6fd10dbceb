import type { ColorFormat } from './color.ts';

/** A colour as pickers have it: each part from 0 to 1. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads a colour in one of the notations of a color field; `undefined` for anything else. */
export function readColor(text: string): Rgba | undefined {
  return readHex(text) ?? readRgb(text) ?? readHsl(text);
}

/**
 * Writes a colour in a notation, rounded to what it can say: `#ff8800`, `rgb(255, 136, 0)`,
 * `hsl(32, 100%, 50%)`; with `#ff880080`, `rgba(255, 136, 0, 0.5)`, … where it is not opaque.
 */
export function writeColor({ red, green, blue, alpha }: Rgba, format: ColorFormat): string {
  const isOpaque = alpha >= 1;
  if (format === 'hex') {
    const parts = isOpaque ? [red, green, blue] : [red, green, blue, alpha];
    return `#${parts.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
  }
  const tail = isOpaque ? '' : `, ${String(Number(alpha.toFixed(2)))}`;
  const name = isOpaque ? format : `${format}a`;
  if (format === 'rgb') return `${name}(${[red, green, blue].map(byte).join(', ')}${tail})`;
  const { hue, saturation, lightness } = hslOf(red, green, blue);
  return `${name}(${hue}, ${saturation}%, ${lightness}%${tail})`;
}

function byte(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 255);
}

function readHex(text: string): Rgba | undefined {
  const digits = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  const at = (index: number): number => parseInt(full.slice(index, index + 2), 16) / 255;
  return { red: at(0), green: at(2), blue: at(4), alpha: full.length === 8 ? at(6) : 1 };
}

const number = String.raw`(\d+(?:\.\d+)?)`;
const alphaPart = String.raw`(?:[,\s/]+(\d*\.?\d+)(%?))?\s*\)$`;
const rgbForm = new RegExp(
  String.raw`^rgba?\(\s*${number}[,\s]+${number}[,\s]+${number}${alphaPart}`,
  'i',
);
const hslForm = new RegExp(
  String.raw`^hsla?\(\s*${number}(?:deg)?[,\s]+${number}%[,\s]+${number}%${alphaPart}`,
  'i',
);

function readRgb(text: string): Rgba | undefined {
  const match = rgbForm.exec(text);
  if (match === null) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1, 4).map((part) => Number(part) / 255);
  if (Math.max(red, green, blue) > 1) return undefined;
  return { red, green, blue, alpha: alphaOf(match[4], match[5]) };
}

function readHsl(text: string): Rgba | undefined {
  const match = hslForm.exec(text);
  if (match === null) return undefined;
  const [hue = 0, saturation = 0, lightness = 0] = match.slice(1, 4).map(Number);
  if (hue > 360 || saturation > 100 || lightness > 100) return undefined;
  const [s, l] = [saturation / 100, lightness / 100];
  // The formula of CSS Color 4.
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  const alpha = alphaOf(match[4], match[5]);
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}

function alphaOf(text: string | undefined, percent: string | undefined): number {
  if (text === undefined) return 1;
  return Math.min(1, Number(text) / (percent === '%' ? 100 : 1));
}

function hslOf(
  red: number,
  green: number,
  blue: number,
): { readonly hue: number; readonly saturation: number; readonly lightness: number } {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const range = most - least;
  const lightness = (most + least) / 2;
  const room = 1 - Math.abs(2 * lightness - 1);
  // Of black and white, or nearly so, the saturation is anything.
  const saturation = room < 1e-6 ? 0 : Math.min(1, range / room);
  const sector =
    range === 0
      ? 0
      : most === red
        ? ((green - blue) / range + 6) % 6
        : most === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4;
  return {
    hue: Math.round(sector * 60) % 360,
    saturation: Math.round(saturation * 100),
    lightness: Math.round(lightness * 100),
  };
}

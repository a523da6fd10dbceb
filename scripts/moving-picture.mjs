// Makes a moving picture of a window: a GIF whose frames hold only what has changed.
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** Colours of a frame that are as they are: those of surfaces, which cover most of a window. */
const exact = 128;
/** Colours that stand for all others; one more stands for what stays as it was. */
const near = 127;

export class MovingPicture {
  #page;
  #clip;
  /** Pictures with the milliseconds that each is shown. */
  #frames = [];

  /**
   * @param page Playwright's page
   * @param clip the part of it that is shown, in pixels
   */
  constructor(page, clip) {
    this.#page = page;
    this.#clip = clip;
  }

  /** Takes the page as it is now, to be shown for some milliseconds. */
  async take(milliseconds) {
    const png = await this.#page.screenshot({
      animations: 'disabled',
      caret: 'initial',
      clip: this.#clip,
    });
    this.#frames.push({ pixels: new Uint8Array(PNG.sync.read(png).data), milliseconds });
  }

  /** The bytes of a GIF that begins anew after its last frame. */
  encode() {
    const { width, height } = this.#clip;
    const gif = GIFEncoder();
    let before;
    for (const { pixels, milliseconds } of this.#frames) {
      const common = mostCommon(pixels, exact);
      const palette = [...common.map(partsOf), ...quantize(pixels, near)];
      const index = applyPalette(pixels, palette);
      keepExact(index, pixels, common);
      const unchanged = palette.length;
      if (before !== undefined) keep(index, unchanged, pixels, before);
      gif.writeFrame(index, width, height, {
        palette: [...palette, [0, 0, 0]],
        delay: milliseconds,
        transparent: before !== undefined,
        transparentIndex: unchanged,
        // What stays as it was is left where it is.
        dispose: 1,
      });
      before = pixels;
    }
    gif.finish();
    return Buffer.from(gif.bytes());
  }
}

/** Four bytes a pixel, as one number a pixel. */
function numbersOf(pixels) {
  return new Uint32Array(pixels.buffer);
}

/** Red, green and blue of such a number. */
function partsOf(number) {
  return [...new Uint8Array(Uint32Array.of(number).buffer, 0, 3)];
}

/** The colours that most pixels have. */
function mostCommon(pixels, count) {
  const counts = new Map();
  for (const number of numbersOf(pixels)) counts.set(number, (counts.get(number) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, count).map(([number]) => number);
}

/** Gives the pixels of some colours just these, which begin the palette in this order. */
function keepExact(index, pixels, colours) {
  const places = new Map(colours.map((number, place) => [number, place]));
  numbersOf(pixels).forEach((number, at) => {
    const place = places.get(number);
    if (place !== undefined) index[at] = place;
  });
}

/** Marks the pixels that are the same in both pictures. */
function keep(index, mark, pixels, before) {
  const [now, then] = [numbersOf(pixels), numbersOf(before)];
  for (let at = 0; at < index.length; at++) if (now[at] === then[at]) index[at] = mark;
}

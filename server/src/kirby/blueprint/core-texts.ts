import { say } from '../text/say.ts';

/**
 * What the Panel says for the keys of Kirby's own translations, in the author's language. Blueprints of
 * Kirby's blocks, and of blocks that began as a copy of them, have these keys for names and labels:
 * `name: field.blocks.text.name`.
 */
const texts: ReadonlyMap<string, () => string> = new Map(
  Object.entries({
    'code.language': () => say`Language`,
    'code.name': () => say`Code`,
    'gallery.images.label': () => say`Images`,
    'gallery.name': () => say`Gallery`,
    'heading.level': () => say`Level`,
    'heading.name': () => say`Heading`,
    'heading.text': () => say`Text`,
    'image.alt': () => say`Alternative text`,
    'image.caption': () => say`Caption`,
    'image.crop': () => say`Crop`,
    'image.link': () => say`Link`,
    'image.location': () => say`Location`,
    'image.location.external': () => say`External source`,
    'image.location.internal': () => say`This website`,
    'image.name': () => say`Image`,
    'image.ratio': () => say`Ratio`,
    'image.url': () => say`Image URL`,
    'line.name': () => say`Line`,
    'list.name': () => say`List`,
    'markdown.label': () => say`Text`,
    'markdown.name': () => say`Markdown`,
    'quote.citation.label': () => say`Citation`,
    'quote.name': () => say`Quote`,
    'quote.text.label': () => say`Text`,
    'table.name': () => say`Table`,
    'text.name': () => say`Text`,
    'video.autoplay': () => say`Autoplay`,
    'video.caption': () => say`Caption`,
    'video.controls': () => say`Controls`,
    'video.location': () => say`Location`,
    'video.loop': () => say`Loop`,
    'video.muted': () => say`Muted`,
    'video.name': () => say`Video`,
    'video.poster': () => say`Poster`,
    'video.preload': () => say`Preload`,
    'video.url.label': () => say`Video-URL`,
  }),
);

const prefix = 'field.blocks.';

/** The text of a key, and of `{{ t('key') }}` inside of a text; any other text as it is. */
export function withCoreTexts(text: string): string {
  if (text.startsWith(prefix)) return texts.get(text.slice(prefix.length))?.() ?? text;
  if (!text.includes(prefix)) return text;
  return text.replace(
    /\{\{\s*t\(\s*(['"])field\.blocks\.([\w.]+)\1\s*\)\s*\}\}/g,
    (written, _, key: string) => texts.get(key)?.() ?? written,
  );
}

/**
 * What the Panel says for the keys of Kirby's own translations in English. Blueprints of blocks that began as a
 * copy of Kirby's have them for names and labels: `name: field.blocks.text.name`.
 */
const texts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'code.language': 'Language',
    'code.name': 'Code',
    'gallery.images.label': 'Images',
    'gallery.name': 'Gallery',
    'heading.level': 'Level',
    'heading.name': 'Heading',
    'heading.text': 'Text',
    'image.alt': 'Alternative text',
    'image.caption': 'Caption',
    'image.crop': 'Crop',
    'image.link': 'Link',
    'image.location': 'Location',
    'image.location.external': 'External source',
    'image.location.internal': 'This website',
    'image.name': 'Image',
    'image.ratio': 'Ratio',
    'image.url': 'Image URL',
    'line.name': 'Line',
    'list.name': 'List',
    'markdown.label': 'Text',
    'markdown.name': 'Markdown',
    'quote.citation.label': 'Citation',
    'quote.name': 'Quote',
    'quote.text.label': 'Text',
    'table.name': 'Table',
    'text.name': 'Text',
    'video.autoplay': 'Autoplay',
    'video.caption': 'Caption',
    'video.controls': 'Controls',
    'video.location': 'Location',
    'video.loop': 'Loop',
    'video.muted': 'Muted',
    'video.name': 'Video',
    'video.poster': 'Poster',
    'video.preload': 'Preload',
    'video.url.label': 'Video-URL',
  }),
);

const prefix = 'field.blocks.';

/** The text of a key, and of `{{ t('key') }}` inside of a text; any other text as it is. */
export function withCoreTexts(text: string): string {
  if (text.startsWith(prefix)) return texts.get(text.slice(prefix.length)) ?? text;
  if (!text.includes(prefix)) return text;
  return text.replace(
    /\{\{\s*t\(\s*(['"])field\.blocks\.([\w.]+)\1\s*\)\s*\}\}/g,
    (written, _, key: string) => texts.get(key) ?? written,
  );
}

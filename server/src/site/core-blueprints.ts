import type { JsonObject, JsonValue } from '../kirby/json/value.ts';

/** Languages that the code block can name, by what it stores. `latext` is Kirby's own spelling. */
const codeLanguages: JsonObject = {
  bash: 'Bash',
  basic: 'BASIC',
  c: 'C',
  clojure: 'Clojure',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  diff: 'Diff',
  elixir: 'Elixir',
  elm: 'Elm',
  erlang: 'Erlang',
  go: 'Go',
  graphql: 'GraphQL',
  haskell: 'Haskell',
  html: 'HTML',
  java: 'Java',
  js: 'JavaScript',
  json: 'JSON',
  latext: 'LaTeX',
  less: 'Less',
  lisp: 'Lisp',
  lua: 'Lua',
  makefile: 'Makefile',
  markdown: 'Markdown',
  markup: 'Markup',
  objectivec: 'Objective-C',
  pascal: 'Pascal',
  perl: 'Perl',
  php: 'PHP',
  text: 'Plain Text',
  python: 'Python',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  sass: 'Sass',
  scss: 'SCSS',
  shell: 'Shell',
  sql: 'SQL',
  swift: 'Swift',
  typescript: 'TypeScript',
  vbnet: 'VB.net',
  xml: 'XML',
  yaml: 'YAML',
};

/** The template of what is uploaded in a block. */
const uploads: JsonObject = { template: 'blocks/image' };

/**
 * What is known of the blueprints that come with Kirby: names, types and labels of the fields of
 * its blocks, and the blueprints it falls back to. Facts in our own words, not Kirby's files; what
 * only concerns the Panel's looks is left out.
 */
export const coreBlueprints: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['pages/default', { title: 'Page' }],
  ['files/default', { title: 'File' }],
  ['site', { title: 'Site', sections: { pages: { type: 'pages' } } }],
  ['blocks/code', { name: saidAs('code.name'), icon: 'code', fields: codeFields() }],
  ['blocks/gallery', { name: saidAs('gallery.name'), icon: 'dashboard', fields: galleryFields() }],
  ['blocks/heading', { name: saidAs('heading.name'), icon: 'title', fields: headingFields() }],
  ['blocks/image', { name: saidAs('image.name'), icon: 'image', fields: imageFields() }],
  ['blocks/line', { name: saidAs('line.name'), icon: 'divider' }],
  [
    'blocks/list',
    {
      name: saidAs('list.name'),
      icon: 'list-bullet',
      fields: { text: { type: 'list', label: saidAs('list.name') } },
    },
  ],
  [
    'blocks/markdown',
    {
      name: saidAs('markdown.name'),
      icon: 'markdown',
      fields: { text: { type: 'textarea', label: saidAs('markdown.label') } },
    },
  ],
  [
    'blocks/quote',
    {
      name: saidAs('quote.name'),
      icon: 'quote',
      fields: { text: inline('quote.text.label'), citation: inline('quote.citation.label') },
    },
  ],
  ['blocks/table', { name: saidAs('table.name'), icon: 'menu' }],
  [
    'blocks/text',
    {
      name: saidAs('text.name'),
      icon: 'text',
      fields: { text: { type: 'writer', nodes: false, label: saidAs('text.name') } },
    },
  ],
  ['blocks/video', { name: saidAs('video.name'), icon: 'video', fields: videoFields() }],
]);

function codeFields(): JsonObject {
  return {
    code: { type: 'textarea', label: saidAs('code.name'), font: 'monospace', buttons: false },
    language: {
      type: 'select',
      label: saidAs('code.language'),
      default: 'text',
      options: codeLanguages,
    },
  };
}

function galleryFields(): JsonObject {
  return {
    images: {
      type: 'files',
      label: saidAs('gallery.images.label'),
      query: 'model.images',
      multiple: true,
      uploads,
    },
    caption: inline('image.caption'),
    ratio: ratio(),
    crop: crop(),
  };
}

function headingFields(): JsonObject {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => ({ value: `h${level}`, text: `H${level}` }));
  return {
    level: { type: 'toggles', label: saidAs('heading.level'), default: 'h2', options: levels },
    text: inline('heading.text'),
  };
}

function imageFields(): JsonObject {
  const internal = { location: 'kirby' };
  return {
    location: { ...location('image.location'), default: 'kirby', required: true },
    image: {
      type: 'files',
      label: saidAs('image.name'),
      query: 'model.images',
      multiple: false,
      uploads,
      when: internal,
    },
    src: { type: 'url', label: saidAs('image.url'), when: { location: 'web' } },
    alt: { type: 'text', label: saidAs('image.alt') },
    caption: inline('image.caption'),
    link: { type: 'text', label: saidAs('image.link') },
    ratio: ratio(),
    crop: crop(),
  };
}

function videoFields(): JsonObject {
  const when = { location: 'kirby' };
  return {
    location: { ...location('video.location'), default: 'web' },
    url: { type: 'url', label: saidAs('video.url.label'), when: { location: 'web' } },
    video: {
      type: 'files',
      label: saidAs('video.name'),
      query: 'model.videos',
      multiple: false,
      when,
    },
    poster: {
      type: 'files',
      label: saidAs('video.poster'),
      query: 'model.images',
      multiple: false,
      uploads,
      when,
    },
    caption: inline('video.caption'),
    autoplay: { type: 'toggle', label: saidAs('video.autoplay'), when },
    muted: { type: 'toggle', label: saidAs('video.muted'), default: true, when },
    loop: { type: 'toggle', label: saidAs('video.loop'), when },
    controls: { type: 'toggle', label: saidAs('video.controls'), default: true, when },
    preload: {
      type: 'select',
      label: saidAs('video.preload'),
      default: 'auto',
      options: ['auto', 'metadata', 'none'],
      when,
    },
  };
}

/** The key of a text that the Panel has in the author's language (`kirby/blueprint/core-texts.ts`). */
function saidAs(key: string): string {
  return `field.blocks.${key}`;
}

function inline(label: string): JsonObject {
  return { type: 'writer', label: saidAs(label), inline: true };
}

function crop(): JsonObject {
  return { type: 'toggle', label: saidAs('image.crop') };
}

function location(label: string): JsonObject {
  const options = {
    kirby: saidAs('image.location.internal'),
    web: saidAs('image.location.external'),
  };
  return { type: 'radio', label: saidAs(label), options };
}

function ratio(): JsonObject {
  const ratios = ['1/1', '16/9', '10/8', '21/9', '7/5', '4/3', '5/3', '3/2', '3/1'];
  const options = Object.fromEntries(ratios.map((value) => [value, value.replace('/', ':')]));
  return { type: 'select', label: saidAs('image.ratio'), placeholder: 'Auto', options };
}

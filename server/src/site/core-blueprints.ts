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
  ['blocks/code', { name: 'Code', icon: 'code', fields: codeFields() }],
  ['blocks/gallery', { name: 'Gallery', icon: 'dashboard', fields: galleryFields() }],
  ['blocks/heading', { name: 'Heading', icon: 'title', fields: headingFields() }],
  ['blocks/image', { name: 'Image', icon: 'image', fields: imageFields() }],
  ['blocks/line', { name: 'Line', icon: 'divider' }],
  [
    'blocks/list',
    { name: 'List', icon: 'list-bullet', fields: { text: { type: 'list', label: 'List' } } },
  ],
  [
    'blocks/markdown',
    { name: 'Markdown', icon: 'markdown', fields: { text: { type: 'textarea' } } },
  ],
  [
    'blocks/quote',
    { name: 'Quote', icon: 'quote', fields: { text: inline(), citation: inline() } },
  ],
  ['blocks/table', { name: 'Table', icon: 'menu' }],
  [
    'blocks/text',
    { name: 'Text', icon: 'text', fields: { text: { type: 'writer', nodes: false } } },
  ],
  ['blocks/video', { name: 'Video', icon: 'video', fields: videoFields() }],
]);

function codeFields(): JsonObject {
  return {
    code: { type: 'textarea', font: 'monospace', buttons: false },
    language: { type: 'select', default: 'text', options: codeLanguages },
  };
}

function galleryFields(): JsonObject {
  return {
    images: { type: 'files', query: 'model.images', multiple: true, uploads },
    caption: inline(),
    ratio: ratio(),
    crop: { type: 'toggle' },
  };
}

function headingFields(): JsonObject {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => ({ value: `h${level}`, text: `H${level}` }));
  return { level: { type: 'toggles', default: 'h2', options: levels }, text: inline() };
}

function imageFields(): JsonObject {
  const internal = { location: 'kirby' };
  return {
    location: { ...location(), default: 'kirby', required: true },
    image: { type: 'files', query: 'model.images', multiple: false, uploads, when: internal },
    src: { type: 'url', label: 'Image URL', when: { location: 'web' } },
    alt: { type: 'text', label: 'Alternative text' },
    caption: inline(),
    link: { type: 'text' },
    ratio: ratio(),
    crop: { type: 'toggle' },
  };
}

function videoFields(): JsonObject {
  const when = { location: 'kirby' };
  return {
    location: { ...location(), default: 'web' },
    url: { type: 'url', label: 'Video-URL', when: { location: 'web' } },
    video: { type: 'files', query: 'model.videos', multiple: false, when },
    poster: { type: 'files', query: 'model.images', multiple: false, uploads, when },
    caption: inline(),
    autoplay: { type: 'toggle', when },
    muted: { type: 'toggle', default: true, when },
    loop: { type: 'toggle', when },
    controls: { type: 'toggle', default: true, when },
    preload: { type: 'select', default: 'auto', options: ['auto', 'metadata', 'none'], when },
  };
}

function inline(): JsonObject {
  return { type: 'writer', inline: true };
}

function location(): JsonObject {
  return { type: 'radio', options: { kirby: 'This website', web: 'External source' } };
}

function ratio(): JsonObject {
  const ratios = ['1/1', '16/9', '10/8', '21/9', '7/5', '4/3', '5/3', '3/2', '3/1'];
  const options = Object.fromEntries(ratios.map((value) => [value, value.replace('/', ':')]));
  return { type: 'select', placeholder: 'Auto', options };
}

import fc from 'fast-check';

/** Texts as authors write them, with everything in them that JSON and HTML have to escape. */
const text = fc
  .array(
    fc.constantFrom(
      'Réparer, c’est résister. ',
      '<p>Un atelier</p>',
      '<a href="https://example.org/a?b=1" target="_blank">lien</a>',
      'il dit "oui", puis "non"',
      'l’été {2024} [bis]',
      'C:\\dossier',
      'a: b; c, d',
      '😀 ',
      '1/2 ',
      '\n',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const content = fc.oneof(
  fc.record({ text }),
  fc.record({ level: fc.constantFrom('h2', 'h3'), text }),
  fc.record({
    image: fc.array(fc.constant('file://aBcDeFgH12345678'), { maxLength: 2 }),
    alt: text,
    crop: fc.boolean(),
  }),
  fc.record({
    items: fc.array(fc.record({ name: text, count: fc.nat(20) }), { maxLength: 3 }),
    note: fc.constant(null),
  }),
);

const attrs = fc.oneof(
  fc.constant([]),
  fc.record({ color: fc.constantFrom('', '#ff8800'), width: fc.nat(100) }),
);

/** A layout in the order of keys that Kirby writes, with an id for everything. */
export const layouts = fc
  .array(
    fc.record({
      attrs,
      columns: fc.array(fc.array(content, { maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((rows) => {
    let count = 0;
    const id = (kind: string): string => `${kind}${++count}-4f2e-8a3b`;
    return rows.map((row) => ({
      attrs: row.attrs,
      columns: row.columns.map((blocks) => ({
        blocks: blocks.map((block) => ({
          content: block,
          id: id('b'),
          isHidden: false,
          type: 'text',
        })),
        id: id('c'),
        width: '1/2',
      })),
      id: id('r'),
    }));
  });

/** The ways in which Kirby has written JSON: before 3.9.3, since then, and with `pretty: true`. */
export const spellings: Readonly<Record<string, (value: unknown) => string>> = {
  legacy: (value) =>
    JSON.stringify(value)
      .replaceAll('/', '\\/')
      .replace(
        /[\u0080-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  modern: (value) => JSON.stringify(value),
  pretty: (value) => JSON.stringify(value, null, 4),
};

/** The offsets of the brackets, commas, colons and quotes outside of texts, and of escaped quotes. */
export function structure(json: string): readonly number[] {
  const found: number[] = [];
  let isInside = false;
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? '';
    if (isInside && char === '\\') {
      if (json[at + 1] === '"') found.push(at);
      at++;
    } else if (char === '"') {
      isInside = !isInside;
      found.push(at);
    } else if (!isInside && '{}[],:'.includes(char)) found.push(at);
  }
  return found;
}

/**
 * A layout of about `size` bytes as Kirby stores it, in one line: slashes are escaped, and so is all
 * that is not ASCII.
 *
 * @param file gives the UUID of some image
 */
export function generatedLayout(dice, size, file) {
  const rows = [];
  for (let length = 0; length < size;) {
    const row = rowOf(dice, file);
    rows.push(row);
    length += stored(row).length;
  }
  return stored(rows);
}

function rowOf(dice, file) {
  const widths = dice.of([['1/1'], ['1/2', '1/2'], ['1/3', '2/3']]);
  return {
    attrs: dice.below(4) === 0 ? { visual: [`file://${file()}`], shade: '#1f4e5f33' } : [],
    columns: widths.map((width) => ({
      blocks: Array.from({ length: 1 + dice.below(3) }, () => blockOf(dice, file)),
      id: dice.blockId(),
      width,
    })),
    id: dice.blockId(),
  };
}

function blockOf(dice, file) {
  const [type, content] = dice.of(kinds)(dice, file);
  return { content, id: dice.blockId(), isHidden: false, type };
}

const kinds = [
  (dice) => ['text', { text: `<p>${dice.paragraph(300)}</p><p>${dice.paragraph(200)}</p>` }],
  (dice) => ['text', { text: `<p>${dice.paragraph(500)}</p>` }],
  (dice) => ['heading', { level: 'h2', text: dice.words(5) }],
  (dice) => ['quote', { text: dice.paragraph(60), citation: dice.words(2) }],
  (dice, file) => [
    'image',
    {
      location: 'kirby',
      image: [`file://${file()}`],
      src: '',
      alt: dice.words(4),
      caption: `<p>${dice.paragraph(60)}</p>`,
      link: '',
      ratio: '',
      crop: 'false',
    },
  ],
];

/** PHP's `json_encode()`. */
function stored(value) {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(
      /[^\0-\x7F]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

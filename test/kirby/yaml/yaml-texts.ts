import fc from 'fast-check';

const piece = fc.oneof(
  fc.constantFrom('- ', '\n', '\n  ', ': ', ':', '[', ']', '{', '}', '"', "'", ', ', '#', ' #'),
  fc.constantFrom('|', '>', '&a', '*a', '<<: *a', '---', '!', '%', '\t', '? ', '1', '2020-01-01'),
  fc.constantFrom('\r\n', '\n- ', '\n  a: ', 'a: ', '|\n  ', '>\n  ', '\\n', "''", '\\"', '\uFEFF'),
  fc.string({ maxLength: 3 }),
);

const line = fc.record({
  indent: fc.constantFrom('', '', '  ', '    ', ' '),
  head: fc.constantFrom('- ', '- a: ', 'a: ', 'b: ', '', '- - '),
  value: fc.oneof(
    fc.constantFrom('', 'x', 'x y', '"x"', "'it''s'", '[a, b]', '{a: 1}', '|', '>', 'x#y', '*a'),
    fc.constantFrom('"a \\"b\\""', '&a x', "['', b]", '[a,', 'b]', '# c', '12', 'yes', 'a: b'),
  ),
});

/** Texts that are near to YAML, mended and broken. */
export const yamlTexts: fc.Arbitrary<string> = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc
    .array(line, { maxLength: 10 })
    .map((lines) => lines.map(({ indent, head, value }) => indent + head + value).join('\n')),
);

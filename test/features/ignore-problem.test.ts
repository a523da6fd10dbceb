import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { ignoring, type IgnoreWish } from '../../server/src/features/ignore-problem.ts';
import { readProjectConfig, severitiesFor } from '../../server/src/features/project-config.ts';

const path = 'content/home/home.txt';
const inFile: IgnoreWish = { code: 'missing-file', path };
const anywhere: IgnoreWish = { code: 'missing-file' };

/** The config afterwards; `undefined` where it is left alone. What it says is wanted must count. */
function after(text: string, wish: IgnoreWish): string | undefined {
  const edits = ignoring(text, wish);
  if (edits === undefined) return undefined;
  const changed = applyEdits(text, edits);
  const { config, faults } = readProjectConfig(changed);
  expect(faults).toEqual([]);
  expect(severitiesFor(config, wish.path ?? path, {})).toMatchObject({ [wish.code]: 'off' });
  return changed;
}

const made = `{
  "ignore": [
    {
      "files": "content/home/home.txt",
      "rules": [
        "missing-file"
      ]
    }
  ]
}
`;

describe('a config that is not there', () => {
  test('is made for a file', () => {
    expect(after('', inFile)).toBe(made);
  });

  test('is made for the site', () => {
    expect(after('\n', anywhere)).toBe('{\n  "rules": {\n    "missing-file": "off"\n  }\n}\n');
  });
});

describe('a config that is there', () => {
  test('gets what it lacks, in its own style', () => {
    expect(after('{\n\t"rules": {\n\t\t"lost-key": "off"\n\t}\n}\n', anywhere)).toBe(
      '{\n\t"rules": {\n\t\t"lost-key": "off",\n\t\t"missing-file": "off"\n\t}\n}\n',
    );
    expect(after('{"rules":{}}', inFile)).toBe(
      '{"ignore":[{"files":"content/home/home.txt","rules":["missing-file"]}],"rules":{}}',
    );
    expect(after('{"ignore":["content/old"]}', inFile)).toBe(
      '{"ignore":["content/old",{"files":"content/home/home.txt","rules":["missing-file"]}]}',
    );
  });

  test('has the rules of a file in one place', () => {
    const twice = { ...inFile, code: 'lost-key' };
    expect(after(made, twice)).toBe(
      made.replace('"missing-file"', '"missing-file",\n        "lost-key"'),
    );
  });

  test('that wants another severity wants this one', () => {
    expect(after('{ "rules": { "missing-file": "error" } }', anywhere)).toBe(
      '{ "rules": { "missing-file": "off" } }',
    );
  });

  test('keeps Windows’ line ends', () => {
    const changed = after('{\r\n  "rules": {\r\n    "lost-key": "off"\r\n  }\r\n}\r\n', anywhere);
    expect(changed).toBe(
      '{\r\n  "rules": {\r\n    "lost-key": "off",\r\n    "missing-file": "off"\r\n  }\r\n}\r\n',
    );
  });

  test.each(['{ "rules": ', '[]', '{ "rules": [] }', '// mine\n{}'])(
    'is left alone where it is none: %s',
    (text) => {
      expect(after(text, anywhere)).toBeUndefined();
    },
  );

  test('is left alone where what is ignored is no list', () => {
    expect(after('{ "ignore": "content" }', inFile)).toBeUndefined();
  });
});

test('characters that mean something in a pattern stand for themselves', () => {
  const odd = { code: 'missing-file', path: 'content/1_{a,b}*/a?[1].txt' };
  expect(after('', odd)).toContain('"content/1_?a,b??/a?[1].txt"');
});

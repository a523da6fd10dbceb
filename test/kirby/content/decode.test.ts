import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BytesOrText, decodeBytes } from '../../../server/src/kirby/content/bytes.ts';
import { decodeContent } from '../../../server/src/kirby/content/parse.ts';
import { encodeContent } from '../../../server/src/kirby/content/write.ts';
import { sharedFolder } from '../../support/shared.ts';
import { vectors } from '../../support/vectors.ts';

interface Decoding {
  readonly fields: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
  readonly fields_b64?: Readonly<Record<string, string>>;
  readonly reencoded: string;
}

const cases = vectors('decode').map(({ name, request, result }) => {
  const text = request['text'];
  const bytes =
    typeof text === 'string'
      ? Buffer.from(text, 'utf8')
      : Buffer.from(String(request['text_b64']), 'base64');
  return { name, bytes, answer: result as Decoding };
});

/** As a text file is opened: Kirby's answers replace what is not UTF-8 in the same way. */
const decoded = (bytes: Buffer): string => bytes.toString('utf8');

describe('a content file is read as Kirby reads it', () => {
  test.each(cases)('$name', ({ bytes, answer }) => {
    const fields = decodeContent(decoded(bytes));
    expect(Object.fromEntries(fields)).toEqual(answer.fields);
    expect([...fields.keys()]).toEqual(answer.keys);
  });
});

describe('bytes are read as Kirby reads them', () => {
  test.each(cases)('$name', ({ bytes, answer }) => {
    const fields = decodeBytes(bytes).map(({ name, value }) => [base64(name), base64(value)]);
    const expected =
      answer.fields_b64 ??
      Object.fromEntries(
        Object.entries(answer.fields).map(([name, value]) => [base64(name), base64(value)]),
      );
    expect(Object.fromEntries(fields)).toEqual(expected);
  });

  test('only what is no UTF-8 stays bytes', () => {
    const bytes = Buffer.concat([
      Buffer.from('Title: caf\u00E9\n----\nText: caf'),
      Buffer.of(0xe9),
    ]);
    expect(decodeBytes(bytes)).toEqual([
      { name: 'title', value: 'café' },
      { name: 'text', value: Uint8Array.of(0x63, 0x61, 0x66, 0xe9) },
    ]);
  });
});

describe('what was read is written as Kirby writes it', () => {
  test.each(cases)('$name', ({ answer }) => {
    expect(encodeContent(Object.entries(answer.fields))).toBe(answer.reencoded);
  });
});

const sites = sharedFolder('sites');

describe.skipIf(sites === undefined)('every file of the public sites in shared/sites', () => {
  const answers = path.join(sites ?? '', '_kirby-answers');
  const names = sites === undefined ? [] : readdirSync(answers);
  test.each(names)('%s', (name) => {
    const answer = JSON.parse(readFileSync(path.join(answers, name), 'utf8')) as {
      readonly txt: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };
    const folder = path.join(sites ?? '', path.basename(name, '.json'));
    const ours = Object.keys(answer.txt).map((file): [string, Record<string, string>] => {
      const fields = decodeBytes(readFileSync(path.join(folder, file)));
      return [
        file,
        Object.fromEntries(fields.map(({ name, value }) => [String(name), md5(value)])),
      ];
    });
    expect(ours.length).toBeGreaterThan(0);
    // PHP writes a file without fields as an empty list.
    const theirs = Object.entries(answer.txt).map(([file, fields]) => [file, { ...fields }]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });
});

const seed = sharedFolder('seed');

describe.skipIf(seed === undefined)('the first article, shared/seed', () => {
  test('comes back byte for byte when it is read and written', () => {
    const text = readFileSync(path.join(seed ?? '', 'article.txt'), 'utf8');
    expect(encodeContent(decodeContent(text))).toBe(text);
  });
});

function base64(value: BytesOrText): string {
  return Buffer.from(value).toString('base64');
}

function md5(value: BytesOrText): string {
  return createHash('md5').update(value).digest('hex');
}

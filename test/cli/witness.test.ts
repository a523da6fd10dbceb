import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Testimony, Witness } from '../../server/src/cli/witness.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { folderWith } from './command-line.ts';

const files = { 'content/a/page.txt': 'Title: A', 'content/b/page.txt': 'Title: B' };

/** What is heard while two folders are listed and their texts are read. */
async function heardIn(folder: string, witness = new Witness()): Promise<Witness> {
  const source = witness.source(folder);
  await source.walk(sitePath('content'), () => true);
  await source.readFiles(Object.keys(files).map((name) => sitePath(name)));
  return witness;
}

function testimonyOf(witness: Witness, folder: string): Testimony {
  const testimony = witness.testimony(folder);
  if (testimony === undefined) throw new Error('It says nothing.');
  return testimony;
}

describe('a witness', () => {
  test('tells by names from a folder what was asked', async () => {
    const folder = folderWith(files);
    const witness = await heardIn(folder);
    expect(witness.testimony(path.join(folder, 'content/a'))).toMatchObject({
      folders: ['..', '', '../b'],
      files: ['page.txt', '../b/page.txt'],
    });
  });

  test.each<readonly [string, (folder: string) => void, boolean]>([
    ['nothing has changed', () => undefined, true],
    [
      'something else has changed',
      (folder) => {
        writeFileSync(path.join(folder, 'other.txt'), 'Title: Other');
      },
      true,
    ],
    [
      'a text has changed',
      (folder) => {
        writeFileSync(path.join(folder, 'content/a/page.txt'), 'Title: X');
      },
      false,
    ],
    [
      'texts have changed places',
      (folder) => {
        writeFileSync(path.join(folder, 'content/a/page.txt'), 'Title: B');
        writeFileSync(path.join(folder, 'content/b/page.txt'), 'Title: A');
      },
      false,
    ],
    [
      'a file is new',
      (folder) => {
        writeFileSync(path.join(folder, 'content/b/new.jpg'), '');
      },
      false,
    ],
    [
      'a folder is gone',
      (folder) => {
        rmSync(path.join(folder, 'content/b'), { recursive: true });
      },
      false,
    ],
  ])('hears it again where %s: %#', async (_what, change, isTrue) => {
    const folder = folderWith(files);
    const testimony = testimonyOf(await heardIn(folder), folder);
    change(folder);
    expect(Witness.isTrue(testimony, folder)).toBe(isTrue);
  });

  test('says nothing where a file has changed in between', async () => {
    const folder = folderWith(files);
    const witness = await heardIn(folder);
    await heardIn(folder, witness);
    expect(witness.testimony(folder)).toBeDefined();
    writeFileSync(path.join(folder, 'content/a/page.txt'), 'Title: X');
    await heardIn(folder, witness);
    writeFileSync(path.join(folder, 'content/a/page.txt'), 'Title: A');
    await heardIn(folder, witness);
    expect(witness.testimony(folder)).toBeUndefined();
  });

  test('says nothing where something was read that it did not hear', async () => {
    const folder = folderWith(files);
    const witness = await heardIn(folder);
    await witness.source(folder).head(sitePath('content/a/page.txt'));
    expect(witness.testimony(folder)).toBeUndefined();
  });

  test('reads texts, and hears what cannot be read', () => {
    const folder = folderWith(files);
    const witness = new Witness();
    const there = path.join(folder, 'content/a/page.txt');
    const absent = path.join(folder, 'absent');
    expect(witness.text(there)).toBe(readFileSync(there, 'utf8'));
    expect(witness.text(absent)).toBeUndefined();
    const testimony = testimonyOf(witness, folder);
    expect(Witness.isTrue(testimony, folder)).toBe(true);
    writeFileSync(absent, '');
    expect(Witness.isTrue(testimony, folder)).toBe(false);
  });
});

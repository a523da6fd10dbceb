import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeContent } from '../../../server/src/kirby/content/parse.ts';
import { readYaml } from '../../../server/src/kirby/yaml/read.ts';
import { sharedFolder } from '../../support/shared.ts';

/** What Kirby's two engines made of a site: whether they accept a text and whether they agree. */
interface Answer {
  readonly txt: Readonly<Record<string, unknown>>;
  readonly bpfiles: Readonly<Record<string, { readonly symfony: boolean; readonly same: boolean }>>;
  readonly yamlvalues: { readonly differ?: readonly (readonly [file: string, field: string])[] };
}

const sites = sharedFolder('sites');

describe.skipIf(sites === undefined)('YAML of the public sites in shared/sites', () => {
  const answers = path.join(sites ?? '', '_kirby-answers');
  const names = sites === undefined ? [] : readdirSync(answers);

  test.each(names)('%s: blueprints', (name) => {
    const { answer, read } = site(name);
    const files = Object.keys(answer.bpfiles);
    const ours = files.map((file) => {
      const text = read(file);
      const symfony = readYaml(text, 'symfony');
      return [file, { symfony: symfony.ok, same: isSame(text) }];
    });
    const theirs = files.map((file) => [
      file,
      { symfony: answer.bpfiles[file]?.symfony, same: answer.bpfiles[file]?.same },
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  test.each(names)('%s: lists in fields', (name) => {
    const { answer, read } = site(name);
    const differ: (readonly [string, string])[] = [];
    for (const file of Object.keys(answer.txt)) {
      for (const [field, value] of decodeContent(read(file))) {
        if (/^-\s/.test(value) && !isSame(value)) differ.push([file, field]);
      }
    }
    expect(differ).toEqual(answer.yamlvalues.differ ?? []);
  });

  function site(name: string): { answer: Answer; read: (file: string) => string } {
    const answer = JSON.parse(readFileSync(path.join(answers, name), 'utf8')) as Answer;
    const folder = path.join(sites ?? '', path.basename(name, '.json'));
    return { answer, read: (file) => readFileSync(path.join(folder, file), 'utf8') };
  }
});

/** Whether both engines read a text alike. */
function isSame(text: string): boolean {
  const symfony = readYaml(text, 'symfony');
  return symfony.ok && JSON.stringify(readYaml(text, 'spyc')) === JSON.stringify(symfony);
}

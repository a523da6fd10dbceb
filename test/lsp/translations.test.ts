import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import {
  fieldPlace,
  type FieldPlaceResult,
  insertMissing,
  type InsertMissingResult,
  sitesChanged,
  translations,
  type TranslationsResult,
} from '../../server/src/protocol/index.ts';
import { startClient, uriOf } from '../support/client.ts';
import { content, smallSite } from './small-site.ts';

const english = 'content/1_article/article.en.txt';
const german = 'content/1_article/article.de.txt';
const source = content({ Title: 'Hello', Text: 'World', Cover: '' });
const files: Readonly<Record<string, string>> = {
  ...smallSite,
  [english]: source,
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true, 'name' => 'English'];",
  'site/languages/de.php': "<?php return ['code' => 'de', 'name' => 'Deutsch'];",
};

test('a translation knows its siblings and what it lacks', async () => {
  const client = await startClient({ files });
  const file = await client.open(german, content({ Title: 'Hallo' }));
  const position = file.positionOf('Hallo');
  expect(await client.request(translations, { uri: file.uri, position })).toEqual({
    files: [
      {
        code: 'de',
        name: 'Deutsch',
        uri: uriOf(german),
        exists: true,
        isDefault: false,
        isCurrent: true,
      },
      {
        code: 'en',
        name: 'English',
        uri: uriOf(english),
        exists: true,
        isDefault: true,
        isCurrent: false,
      },
    ],
    field: 'title',
    missing: [{ name: 'text', key: 'Text', label: 'Text' }],
  });
});

test('the default language lacks nothing and may have translations to come', async () => {
  const client = await startClient({ files });
  const { uri } = await client.open(english, source);
  const found = await client.request<TranslationsResult>(translations, { uri });
  expect(found.files.map(({ code, exists }) => [code, exists])).toEqual([
    ['de', false],
    ['en', true],
  ]);
  expect(found).not.toHaveProperty('missing');
});

test('of a document that is not open only the files are known', async () => {
  const client = await startClient({ files });
  const question = { uri: uriOf(german), position: { line: 0, character: 0 } };
  const found = await client.request<TranslationsResult>(translations, question);
  expect(Object.keys(found)).toEqual(['files']);
  expect(found.files.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
});

test('there are no translations in one language', async () => {
  const client = await startClient({ files: smallSite });
  const { uri } = await client.open('content/1_article/article.txt', source);
  expect(await client.request(translations, { uri })).toBeNull();
});

test('a missing field comes with the text of the default language, in one version', async () => {
  const client = await startClient({ files });
  const file = await client.open(german, content({ Title: 'Hallo 😀' }));
  const question = { uri: file.uri, field: 'text', source };
  const answer = await client.request<InsertMissingResult>(insertMissing, question);
  expect(answer.version).toBe(file.version);
  expect(file.textWith(answer.edits)).toBe(content({ Title: 'Hallo 😀', Text: 'World' }));
  expect(await client.request(insertMissing, { ...question, field: 'cover' })).toBeNull();
});

test('a field is found in a text that is not open', async () => {
  const client = await startClient({ files });
  const place = await client.request<FieldPlaceResult>(fieldPlace, { text: source, field: 'text' });
  expect(place.range).toEqual({
    start: { line: 4, character: 6 },
    end: { line: 4, character: 11 },
  });
  expect(await client.request(fieldPlace, { text: source, field: 'other' })).toBeNull();
});

test('editors are told when a site comes to have other languages', async () => {
  const client = await startClient({ files });
  const told = (): number => client.heard.filter((name) => name === sitesChanged).length;
  const before = told();
  expect(before).toBeGreaterThan(0);
  client.disk.write('site/site/languages/fr.php', "<?php return ['code' => 'fr'];");
  await client.filesChanged({ 'site/languages/fr.php': FileChangeType.Created });
  expect(told()).toBe(before + 1);
  client.disk.write('site/content/3_third/article.en.txt', 'Title: Third');
  await client.filesChanged({ 'content/3_third/article.en.txt': FileChangeType.Created });
  expect(told()).toBe(before + 1);
});

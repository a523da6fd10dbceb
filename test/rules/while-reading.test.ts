import { expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { runRules } from '../../server/src/rules/run.ts';
import { settingsFrom } from '../../server/src/site/settings.ts';
import { SiteIndex } from '../../server/src/site/site-index.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { summarise } from '../../server/src/site/summary.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));
const path = sitePath('content/1_article/article.txt');
const text = `Title: Article

----

Cover: - file://noneNoneNoneNone

----

Other: - file://photoPhotoPhoto1

----

Binary: (image: kept-out.jpg)

----

Page: - page://noneNoneNoneNone

----

Text: (image: none.jpg) (link: nowhere)
`;

/** The folder that an author looks at, which is read before all others. */
const folder = {
  path: sitePath('content/1_article'),
  files: [
    { name: 'article.txt', summary: summarise(parseContent(text), { isWhole: false }) },
    { name: 'kept-out.jpg.txt', summary: summarise(parseContent('Alt: x'), { isWhole: true }) },
  ],
  folders: [],
};

function codesIn(site: SiteIndex): readonly string[] {
  const document = parseContent(text);
  const { findings, failures } = runRules({
    document,
    site,
    file: site.contentFile(path),
    today: '2026-01-01T00:00:00',
  });
  expect(failures).toEqual([]);
  return findings.map(
    ({ rule, problem: { span } }) => `${rule.code} ${text.slice(span.start, span.end)}`,
  );
}

test('while a site is read nothing is missing but a file by its UUID', () => {
  const site = new SiteIndex(roots, settingsFrom(new Map(), roots, []));
  site.apply({ folders: [folder] });
  expect(codesIn(site)).toEqual([]);
  site.apply({ fileUuids: 'photoPhotoPhoto1\notherOtherOther1' });
  expect(codesIn(site)).toEqual(['missing-uuid file://noneNoneNoneNone']);
  site.apply({ state: 'ready' });
  expect(codesIn(site)).toEqual(
    expect.arrayContaining([
      'missing-uuid file://noneNoneNoneNone',
      'missing-uuid file://photoPhotoPhoto1',
      'missing-uuid page://noneNoneNoneNone',
      'missing-binary kept-out.jpg',
      'missing-file none.jpg',
    ]),
  );
});

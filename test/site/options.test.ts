import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { optionsOf } from '../../server/src/site/options.ts';
import { pickable } from '../../server/src/site/pickable.ts';
import type { Model, Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { liveSiteFrom, siteFrom } from '../support/site.ts';

const content = {
  'content/site.txt':
    'Title: Site\n----\nKinds:\n\n- \n  name: Big one\n  key: big\n- \n  name: Small',
  'content/1_blog/blog.txt': 'Title: Blog',
  'content/1_blog/1_one/post.txt': 'Title: One & only\n----\nTags: red, green',
  'content/1_blog/1_one/a.jpg': '',
  'content/1_blog/1_one/a.jpg.txt': 'Alt: First',
  'content/1_blog/2_two/post.txt': 'Tags: blue',
};

function withField(field: string): Record<string, string> {
  const indented = field.trim().replaceAll('\n', '\n    ');
  return {
    ...content,
    'site/blueprints/pages/post.yml': `title: Post\nfields:\n  choice:\n    ${indented}\n  tags:\n    type: tags\n`,
  };
}

function choiceIn(site: Site): { definition: Parameters<typeof optionsOf>[0]; model: Model } {
  const page = site.page('blog/one');
  const model: Model = page === undefined ? { kind: 'site' } : { kind: 'page', page };
  const definition = site.blueprints.of(model)?.fields.get('choice');
  if (definition === undefined) throw new Error('no such field');
  return { definition, model };
}

function listed(site: Site): string {
  const { definition, model } = choiceIn(site);
  const list = optionsOf(definition, model, site);
  return list.status === 'unknown'
    ? 'unknown'
    : list.options.map(({ value, text }) => `${value}=${text}`).join(' | ');
}

describe('the options of a field', () => {
  test.each([
    ['a list', 'type: select\noptions: [a, b]', 'a=a | b=b'],
    ['a field without options', 'type: tags', ''],
    [
      'pages',
      'type: select\noptions: query\nquery: page.siblings',
      'blog/one=One & only | blog/two=two',
    ],
    ['a query in place', 'type: radio\noptions: site.children', 'blog=Blog'],
    ['files', 'type: select\noptions:\n  type: query\n  query: page.files', 'blog/one/a.jpg=a.jpg'],
    [
      'templates',
      'type: select\noptions: query\nquery:\n  fetch: page.siblings\n  value: "{{ page.slug }}"\n  text: "{{ page.title }} ({{ item.num }})"',
      'one=One & only (1) | two=two (2)',
    ],
    [
      'a text that is not known',
      'type: select\noptions: query\nquery:\n  query: page.siblings\n  text: "{{ page.related }}"',
      'blog/one=blog/one | blog/two=blog/two',
    ],
    [
      'values of a field',
      'type: tags\noptions:\n  type: query\n  query: page.siblings.pluck("tags", ",", true)',
      'red=red | green=green | blue=blue',
    ],
    [
      'a structure',
      'type: select\noptions: query\nquery:\n  fetch: site.kinds.toStructure\n  text: "{{ structureItem.name }}"\n  value: "{{ structureItem.id }}"',
      '0=Big one | 1=Small',
    ],
    [
      'a structure in which a value is missing',
      'type: select\noptions: query\nquery:\n  fetch: site.kinds.toStructure\n  value: "{{ structureItem.key }}"',
      'unknown',
    ],
    ['a method', 'type: select\noptions: query\nquery: page.choices', 'unknown'],
    [
      'one page, which Kirby refuses',
      'type: select\noptions: query\nquery: page.parent',
      'unknown',
    ],
    ['a text, which Kirby refuses', 'type: select\noptions: query\nquery: page.title', 'unknown'],
    [
      'values that are not known',
      'type: select\noptions: query\nquery:\n  query: page.siblings\n  value: "{{ page.related }}"',
      'unknown',
    ],
    ['an API', 'type: select\noptions: api\napi: https://example.com/x.json', 'unknown'],
    ['an API in full', 'type: select\noptions:\n  type: api\n  url: x.json', 'unknown'],
    ['a query that is none', 'type: select\noptions: query', 'unknown'],
    ['a type that lets choose nothing', 'type: text\noptions: site.children', 'unknown'],
  ])('%s', async (_what, field, expected) => {
    expect(listed(await siteFrom(withField(field)))).toBe(expected);
  });

  test.each([
    ['site.find("blog").children', true],
    ['site.find("blog").children.not(page)', false],
    ['page.siblings', false],
  ])('of %s are the same for all pages: %s', async (query, isShared) => {
    const site = await siteFrom(withField(`type: select\noptions: '${query}'`));
    const { definition, model } = choiceIn(site);
    const page = site.page('blog/two');
    const other = page && optionsOf(definition, { kind: 'page', page }, site);
    expect(other?.status).toBe(optionsOf(definition, model, site).status);
    expect(other === optionsOf(definition, model, site)).toBe(isShared);
  });

  test('are remembered until the site changes', async () => {
    const { live } = await liveSiteFrom(
      withField('type: tags\noptions: page.siblings.pluck("tags", ",", true)'),
    );
    const { definition, model } = choiceIn(live.site);
    const first = optionsOf(definition, model, live.site);
    expect(optionsOf(definition, model, live.site)).toBe(first);
    live.setOverlay(
      sitePath('content/1_blog/2_two/post.txt'),
      parseContent('Title: Two\n----\nTags: black'),
    );
    expect(listed(live.site)).toBe('red=red | green=green | black=black');
  });
});

describe('what a field offers to pick', () => {
  const picked = async (field: string): Promise<string> => {
    const site = await siteFrom(withField(field));
    const { definition, model } = choiceIn(site);
    const found = pickable(definition, model, site);
    return found.status === 'unknown' ? 'unknown' : found.items.map(({ id }) => id).join(' ');
  };

  test.each([
    ['type: pages', 'blog'],
    ['type: pages\nquery: page.siblings', 'blog/one blog/two'],
    ['type: pages\nquery: page.parent', 'blog/one blog/two'],
    ['type: pages\nquery: page.files', 'unknown'],
    ['type: pages\nquery: kirby.collection("x")', 'unknown'],
    ['type: files', 'blog/one/a.jpg'],
    ['type: files\nquery: page.videos', ''],
    ['type: files\nquery: site', ''],
    ['type: files\nquery: site.children', 'unknown'],
    ['type: users', 'unknown'],
    ['type: text', 'unknown'],
  ])('%s', async (field, expected) => {
    expect(await picked(field)).toBe(expected);
  });
});

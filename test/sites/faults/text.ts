import { blocksOf, type Fault, inserted, replaced } from './fault.ts';
import { contentOf, fieldsOf } from './reference.ts';
import { spanIn } from './target.ts';

/** KirbyTags that are none or lose something, and HTML that does not survive a save. */
export const textFaults: readonly Fault[] = [
  {
    name: 'an (image: …) that is not closed',
    code: 'unclosed-tag',
    inject: inTextarea('(image: https://example.org/a.jpg'),
  },
  {
    name: 'a (link: …) with a parenthesis too few',
    code: 'unclosed-tag',
    inject: inTextarea('(link: https://example.org/a_(b text: Here)'),
  },
  {
    name: 'a (youtube: …) with attributes',
    code: 'alias-attribute',
    inject: inTextarea('(youtube: https://youtu.be/abc width: 300)'),
  },
  {
    name: 'a word that ends like an attribute',
    code: 'split-tag',
    inject: inTextarea('(link: https://example.org text: See subtitle: here)'),
  },
  {
    name: 'an address with an attribute in it',
    code: 'split-tag',
    inject: inTextarea('(link: https://example.org/?text:foo)'),
  },
  {
    name: 'a link in a caption',
    code: 'split-tag',
    inject: inTextarea(
      '(image: https://example.org/a.jpg caption: By (link: https://example.org text: Me))',
    ),
  },
  {
    name: 'a slip in an attribute',
    code: 'unknown-attribute',
    inject: inTextarea('(image: https://example.org/a.jpg captoin: A hill)'),
  },
  {
    name: 'an attribute of another tag',
    code: 'unknown-attribute',
    inject: inTextarea('(image: https://example.org/a.jpg text: A hill)'),
  },
  {
    name: 'a UUID in parentheses',
    code: 'empty-tag-value',
    inject: (target, pick) => {
      const field = pick(fieldsOf(target, 'textarea'));
      const uuids = [...target.site.pages()]
        .flatMap(({ files }) => [...files.values()])
        .flatMap(({ uuid }) => uuid ?? []);
      const uuid = pick(uuids);
      return field === undefined || uuid === undefined
        ? undefined
        : inserted(target, field.valueSpan.end, ` (file://${uuid})`);
    },
  },
  {
    name: 'a slip in the name of a tag',
    code: 'unknown-tag',
    inject: inTextarea('(imgae: https://example.org/a.jpg)'),
  },
  {
    name: 'a blank in the name of a tag',
    code: 'unknown-tag',
    inject: inTextarea('(link : https://example.org)'),
  },
  {
    name: 'a picture in a text block',
    code: 'disallowed-html',
    inject: inText('<p>a <img src=\\"https://example.org/a.jpg\\"></p>'),
  },
  {
    name: 'a mark in a text block',
    code: 'disallowed-html',
    inject: inText('<p>a <mark>b</mark></p>'),
  },
  {
    name: 'a link to a scheme that is not allowed',
    code: 'lost-link',
    inject: inText('<a href=\\"javascript:go()\\">go</a>'),
  },
  {
    name: 'a link to the same scheme',
    code: 'lost-link',
    inject: inText('<a href=\\"//example.org\\">x</a>'),
  },
  {
    name: 'a link to a phone number with blanks',
    code: 'lost-link',
    inject: inText('<a href=\\"tel:+49 30 12\\">x</a>'),
  },
  {
    name: 'a link to a page by UUID',
    code: 'lost-link',
    inject: (target, pick) => {
      const uuid = pick([...target.site.pages()].flatMap((page) => page.uuid ?? []));
      return uuid === undefined
        ? undefined
        : inText(`<a href=\\"page://${uuid}\\">x</a>`)(target, pick);
    },
  },
  {
    name: 'a list of Markdown',
    code: 'markdown-list',
    inject: (target, pick) => {
      const block = pick(blocksOf(target, 'list'));
      const field = pick(fieldsOf(target, 'list'));
      if (field !== undefined) return replaced(target, field.valueSpan, '- One\n- Two');
      if (block === undefined || !('text' in contentOf(block.value))) return undefined;
      const span = spanIn(target, [...block.path, 'content', 'text']);
      return replaced(target, span, '"- One\\n- Two"');
    },
  },
];

/** A KirbyTag at the end of a field that holds KirbyText. */
function inTextarea(tag: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(fieldsOf(target, 'textarea'));
    return field === undefined ? undefined : inserted(target, field.valueSpan.end, ` ${tag}`);
  };
}

/** HTML at the end of a text block, as JSON writes it. */
function inText(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(
      blocksOf(target, 'text').filter(({ value }) => typeof contentOf(value)['text'] === 'string'),
    );
    if (block === undefined) return undefined;
    return inserted(target, spanIn(target, [...block.path, 'content', 'text']).end - 1, source);
  };
}

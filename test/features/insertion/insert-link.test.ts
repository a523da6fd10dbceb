import { describe, test } from 'vitest';
import { checkLink, type InsertionOptions } from '../../support/insertion.ts';

type Case = readonly [
  what: string,
  before: string,
  address: string,
  after: string | undefined,
  options?: InsertionOptions,
];

const web = 'https://a.org/b?c=1&d=2';
const ownUrl = {
  files: { 'site/config/config.php': "<?php return ['url' => 'https://own.org/base/'];" },
};
const languages = {
  files: {
    'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];",
    'site/languages/en.php': "<?php return ['code' => 'en'];",
    'content/3_team/default.de.txt': 'Title: Team\n\n----\n\nUuid: teamteamteamteaX',
  },
  path: 'content/1_blog/article.en.txt',
};

const cases: readonly Case[] = [
  ['a textarea', 'Text: See $0this page$0.', web, `Text: See (link: ${web} text: this page).`],
  [
    'blanks around the words',
    'Text: See$0 this $0now',
    web,
    `Text: See (link: ${web} text: this) now`,
  ],
  ['a mail address', 'Text: $0Mail$0', 'mailto:a@b.org', 'Text: (email: a@b.org text: Mail)'],
  [
    'an address with parentheses',
    'Text: $0It$0',
    'https://a.org/x_(y)',
    'Text: (link: https://a.org/x_(y) text: It)',
  ],
  [
    'an address that would end the tag',
    'Text: $0It$0',
    'https://a.org/x)y',
    'Text: (link: https://a.org/x%29y text: It)',
  ],
  [
    'an address with an attribute in it',
    'Text: $0It$0',
    'https://a.org/rel:x',
    'Text: (link: https://a.org/rel%3Ax text: It)',
  ],
  ['words that would end the tag', 'Text: $0a) b$0', web, undefined],
  ['words with an attribute in them', 'Text: $0my title: x$0', web, undefined],
  ['two lines', 'Text:\n\n$0a\nb$0', web, undefined],
  ['a tag', 'Text: (image: a.jpg alt: $0Hello$0)', web, undefined],
  ['code', 'Text: `$0Hello$0 you`', web, undefined],
  ['an address', 'Text: $0https://c.org$0', web, undefined],
  ['no selection', 'Text: Hello$0', web, undefined],
  ['blanks', 'Text: a$0 $0b', web, undefined],
  ['another field', 'Hat: $0Hello$0', web, undefined],
  ['more than one field', 'Text: $0Hello\n\n----\n\nHat: you$0', web, undefined],

  ['the label of a link', 'Text: [a $0b$0](/c)', web, undefined],
  ['the address of a link', 'Text: [a]($0/b$0)', web, undefined],
  ['an attribute of HTML', 'Text: <a href="$0/b$0">a</a>', web, undefined],
  [
    'words behind a link',
    'Text: [a](/b) $0c$0 (d)',
    web,
    `Text: [a](/b) (link: ${web} text: c) (d)`,
  ],

  ['a writer and more', 'Writer: a $0b\n\n----\n\nText: c$0', web, undefined],
  [
    'a writer',
    'Writer: <p>See $0this$0</p>',
    web,
    'Writer: <p>See <a href="https://a.org/b?c=1&amp;d=2">this</a></p>',
  ],
  [
    'a writer, with marks',
    'Writer: <p>$0a <em>b</em><br>$0</p>',
    web,
    'Writer: <p><a href="https://a.org/b?c=1&amp;d=2">a <em>b</em><br></a></p>',
  ],
  ['a writer, half a mark', 'Writer: <p>$0a <em>b$0</em></p>', web, undefined],
  ['a writer, two paragraphs', 'Writer: $0<p>a</p>$0', web, undefined],
  ['a writer, in a link', 'Writer: <p><a href="x">a $0b$0</a></p>', web, undefined],
  [
    'a writer, behind a link',
    'Writer: <p><a href="x">a</a> $0b$0</p>',
    'https://a.org',
    'Writer: <p><a href="x">a</a> <a href="https://a.org">b</a></p>',
  ],
  ['a writer, in a tag', 'Writer: <p class="$0b$0">a</p>', web, undefined],
  ['a writer, in an entity', 'Writer: <p>a &am$0p; b$0</p>', web, undefined],
  ['a writer without links', 'Plain-writer: <p>$0b$0</p>', web, undefined],
  [
    'an address with a quote',
    'Writer: <p>$0b$0</p>',
    'https://a.org/"x',
    'Writer: <p><a href="https://a.org/&quot;x">b</a></p>',
  ],
  [
    'HTML in JSON of old style',
    'Blocks: [{"content":{"text":"<p>\\u00e9 $0d\\u00e9j\\u00e0$0 <\\/p>"},"type":"text"}]',
    'https://a.org/é',
    'Blocks: [{"content":{"text":"<p>\\u00e9 <a href=\\"https:\\/\\/a.org\\/\\u00e9\\">d\\u00e9j\\u00e0<\\/a> <\\/p>"},"type":"text"}]',
  ],
  [
    'KirbyText in JSON',
    'Blocks: [{"content":{"text":"é $0dé$0"},"type":"markdown"}]',
    'https://a.org',
    'Blocks: [{"content":{"text":"é (link: https://a.org text: dé)"},"type":"markdown"}]',
  ],
  [
    'KirbyText in a structure',
    'Rows:\n\n- note: See $0this$0',
    'https://a.org',
    "Rows:\n\n- note: 'See (link: https://a.org text: this)'",
  ],

  [
    'the path of a page',
    'Text: $0Us$0',
    '/about',
    'Text: (link: page://aboutaboutabout1 text: Us)',
  ],
  [
    'the path of a page, in HTML',
    'Writer: <p>$0Us$0</p>',
    '/about/',
    'Writer: <p><a href="/@/page/aboutaboutabout1">Us</a></p>',
  ],
  [
    'the path of a page without a UUID',
    'Text: $0It$0',
    '/blog#top',
    'Text: (link: /blog#top text: It)',
  ],
  [
    'a place on a page',
    'Text: $0Us$0',
    '/about#team',
    'Text: (link: page://aboutaboutabout1#team text: Us)',
  ],
  ['a path that leads nowhere', 'Text: $0Us$0', '/nothing', undefined],
  ['a slash', 'Text: $0Us$0', '/', undefined],
  [
    'the address of the site',
    'Text: $0Us$0',
    'https://own.org/base',
    'Text: (link: page://homehomehomehome text: Us)',
    ownUrl,
  ],
  [
    'the address of a page',
    'Text: $0Us$0',
    'https://own.org/base/about?x=1',
    'Text: (link: page://aboutaboutabout1?x=1 text: Us)',
    ownUrl,
  ],
  [
    'an address beside the site',
    'Text: $0Us$0',
    'https://own.org/about',
    'Text: (link: https://own.org/about text: Us)',
    ownUrl,
  ],
  [
    'the path of a page in a language',
    'Text: $0Us$0',
    '/en/team',
    'Text: (link: page://teamteamteamteaX text: Us)',
    languages,
  ],
  [
    'a UUID',
    'Writer: <p>$0Us$0</p>',
    'page://aboutaboutabout1',
    'Writer: <p><a href="/@/page/aboutaboutabout1">Us</a></p>',
  ],
  [
    'a permalink',
    'Text: $0Us$0',
    '/@/file/teamteamteamteam',
    'Text: (link: file://teamteamteamteam text: Us)',
  ],
  ['a UUID of nothing', 'Text: $0Us$0', 'page://nothing', undefined],
  ['a word', 'Text: $0Us$0', 'about', undefined],
  ['several words', 'Text: $0Us$0', 'https://a.org is nice', undefined],
];

describe('an address is pasted over', () => {
  for (const [what, before, address, after, options] of cases) {
    test(what, async () => {
      await checkLink(before, address, after, options);
    });
  }
});

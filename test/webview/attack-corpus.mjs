// Hostile texts, by what they try. `ELSEWHERE` is a host of the attacker; `pwn()` is what scripts
// want to call. None has a line break or `----`: each may stand wherever a text may.
export const payloads = {
  script: '<script>pwn()</script><script src=ELSEWHERE/x.js></script>',
  'event handlers':
    '<img src=x onerror=pwn()><details open ontoggle=pwn()>x</details><p onmouseover=pwn()>x</p>',
  'a quote that ends an attribute': `"><img src=x onerror=pwn()><a title='`,
  'an apostrophe that ends an attribute': `'><img src=x onerror=pwn()><a title="`,
  'a handler in an attribute': `" onload="pwn()" onerror="pwn()" autofocus onfocus="pwn()`,
  'a script as an address': 'javascript:pwn()',
  'a script as an address in disguise': ' &#14;jAvA&Tab;sCrIpT&colon;pwn()',
  'data as an address': 'data:text/html,<script>pwn()</script>',
  'an address elsewhere': 'ELSEWHERE/x.png',
  'an address elsewhere without a scheme': '//ELSEWHERE_HOST/x.png',
  'an address elsewhere with backslashes': '\\\\ELSEWHERE_HOST\\x.png',
  'a link with a script': '[x](javascript:pwn()) <a href="java&#115;cript:pwn()">x</a>',
  'an image elsewhere':
    '![x](ELSEWHERE/x.png) <img src="ELSEWHERE/y.png" srcset="ELSEWHERE/z.png 2x">',
  svg: '<svg onload=pwn()><script>pwn()</script><image href=ELSEWHERE/x.png /><animate onbegin=pwn() attributeName=x /></svg>',
  style:
    '<style>@import "ELSEWHERE/x.css"; #page { display: none }</style><p style="background: url(ELSEWHERE/x.png)">x</p>',
  'a colour that is more': '#fff;background:url(ELSEWHERE/x.png)',
  'a class that is more': 'x" style="position:fixed;inset:0" data-key="#head',
  form: '<form action=ELSEWHERE/><input name=x autofocus onfocus=pwn()><button formaction=javascript:pwn()>Go</button></form>',
  meta: '<meta http-equiv=refresh content="0; url=ELSEWHERE/"><base href=ELSEWHERE/><link rel=stylesheet href=ELSEWHERE/x.css>',
  frames:
    '<iframe srcdoc="<script>parent.pwn()</script>"></iframe><object data=ELSEWHERE/x.svg></object><embed src=ELSEWHERE/y>',
  media:
    '<video src=ELSEWHERE/x.mp4 poster=ELSEWHERE/x.png autoplay></video><audio src=ELSEWHERE/x.mp3>',
  'a mutation in MathML':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwn()&gt;">',
  'a mutation in SVG': '<svg></p><style><a id="</style><img src=1 onerror=pwn()>">',
  'a mutation in a form':
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwn()>',
  'a comment': '<!--><img src=x onerror=pwn()>--><!--',
  'an element that swallows the rest': '<textarea><title><xmp><plaintext><noscript>',
  'end tags':
    '</p></dd></td></li></article></section></header></main></body></html><p data-key="title">x',
  'a slot':
    '<kirby-slot data-key="title"></kirby-slot><p id=page class=is-current data-key="#head">x</p>',
  'a name of the browser':
    '<a id=document name=getElementById>x</a><img name=body id=acquireVsCodeApi>',
  'a template of ours': '${pwn()} {{ pwn() }} {{{ pwn() }}}',
  'odd characters': '\u0000\u202e\ufeff\u2028<\u0000script>pwn()</script>',
};

/** Texts that take long in a careless reader. */
export const burdens = {
  'nested quotes': `${'> '.repeat(3000)}x`,
  'nested lists': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'open brackets': '['.repeat(50_000),
  emphasis: '*a _b '.repeat(20_000),
  'open tags': '<b><i>'.repeat(5000),
  'closed tags': '</div>'.repeat(20_000),
  'KirbyTags in KirbyTags': `${'(image: '.repeat(5000)}x${')'.repeat(5000)}`,
  'one long word': 'x'.repeat(1_000_000),
  'many comments': '<!--'.repeat(20_000),
};

/** A template that puts the text wherever one might, with and without quotes. */
const template = `<div class="{{ text }}" title='{{ text }}' {{ text }} id={{ text }}>{{ text }}{{{ text }}}</div>
<a href="{{ url }}">x</a><a href={{ link }}>y</a><img src="{{ src }}" alt={{ alt }}><img src={{ image }}>
<style>{{{ text }}}</style><script>{{{ text }}}</script>{{#rows}}<p style="{{ text }}">{{{ . }}}{{{ text }}}</p>{{/rows}}
<meta http-equiv=refresh content="0; url={{ url }}"><iframe src="{{ url }}"></iframe><kirby-slot data-key="{{ text }}">`;

/** A site with one text in all places where content may stand, and the page that shows them. */
export function siteOf(text) {
  const line = text.replaceAll('\u0000', '');
  const yaml = JSON.stringify(line);
  const name = line.replace(/[/\\\n]/g, '_').slice(0, 80);
  let count = 0;
  // Of several blocks with one id, Kirby has the last only.
  const block = (type, content) => ({ type, id: `${line}${count++}`, isHidden: false, content });
  const fieldTypes = ['caption', 'text', 'citation', 'alt', 'src', 'link', 'url', 'ratio', 'level'];
  const content = Object.fromEntries([...fieldTypes, 'language', 'code'].map((key) => [key, line]));
  const types = 'code gallery heading image line list markdown quote text video strange'.split(' ');
  const blocks = [
    ...types.map((type) => block(type, content)),
    block('image', { ...content, location: 'web' }),
    block('heading', { ...content, level: 'h2' }),
    block('gallery', { ...content, images: [line, 'file://odd'] }),
    block('image', { image: ['file://odd'], location: 'kirby' }),
    block('strange', { [line]: [line], items: JSON.stringify([block('text', content)]) }),
    block(line, content),
    block('own', { ...content, image: ['file://odd'], rows: [{ text: line }] }),
    block('hostile', content),
  ];
  const inCell = JSON.stringify(JSON.stringify([block('own', content), block('text', content)]));
  const rows = [
    {
      id: line,
      attrs: { [line]: line, color: line, image: [line] },
      columns: [{ id: line, width: line, blocks }],
    },
  ];
  const tags = ['image', 'link', 'file', 'video', 'gist', 'email', 'tel', 'date']
    .map((tag) => `(${tag}: ${line}) (${tag}: a text: ${line} class: ${line} caption: ${line})`)
    .join(' ');
  const fields = {
    Title: line,
    Cover: line,
    Intro: line,
    Date: line,
    Tags: line,
    Prose: `${line}\n\n${tags}`,
    Writer: line,
    Link: line,
    Url: line,
    Color: line,
    Table: `\n- ${yaml}: ${yaml}\n  image: ${yaml}\n  blocks: ${inCell}`,
    Thing: `\n${yaml}: ${yaml}`,
    Files: `- file://odd\n- ${yaml}`,
    Pages: `- ${yaml}\n- page://odd`,
    Users: `- ${yaml}`,
    Choice: 'a',
    Number: line,
    Layout: JSON.stringify(rows),
    [line.replaceAll(':', '')]: line,
  };
  const formTypes = {
    prose: 'textarea',
    writer: 'writer',
    link: 'link',
    url: 'url',
    color: 'color',
    table: 'structure',
    thing: 'object',
    files: 'files',
    pages: 'pages',
    users: 'users',
    choice: 'select',
    number: 'number',
    layout: 'layout',
  };
  const form = Object.entries(formTypes).map(
    ([field, type]) =>
      `      ${field}:\n        type: ${type}\n        label: ${yaml}\n        before: ${yaml}\n        width: ${yaml}\n        options:\n          a: ${yaml}\n        fieldsets:\n          strange:\n            name: ${yaml}`,
  );
  const written = Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n\n----\n\n');
  return {
    page: 'content/1_a/attack.txt',
    files: {
      'content/1_a/attack.txt': written,
      [`content/1_a/${name}.jpg`]: '',
      [`content/1_a/${name}.jpg.txt`]: `Uuid: odd\n\n----\n\nAlt: ${line}\n\n----\n\nCaption: ${line}`,
      'content/2_b/attack.txt': `Title: ${line}\n\n----\n\nUuid: odd`,
      '.kirby-author/blocks/own.html': template,
      '.kirby-author/blocks/hostile.html': `${line}<script>pwn()</script><b onclick=pwn()>{{{ text }}}`,
      'site/blueprints/pages/attack.yml': `tabs:\n  one:\n    label: ${yaml}\n    fields:\n${form.join('\n')}\n  two:\n    label: ${yaml}\n    fields:\n      more:\n        type: text\n`,
    },
  };
}

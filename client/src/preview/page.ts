import type { AllowedHosts } from './remote-hosts.ts';
import { toolbarHtml, type ToolWords } from './toolbar.ts';

/** What the page's shell refers to, as addresses that the webview may load. */
export interface PageParts {
  /** `webview.cspSource`: where the extension's and the site's files come from. */
  readonly source: string;
  readonly style: string;
  /** The style sheet of the text, which gives way to the site's own. */
  readonly textStyle: string;
  readonly script: string;
  /** In the language of the editor. */
  readonly words: PageWords;
  /** Hosts that the author has allowed to load from. */
  readonly allowed: AllowedHosts;
  /** Random, new for each page. */
  readonly nonce: string;
}

/** What the page says by itself. */
export interface PageWords {
  /** `de` */
  readonly language: string;
  readonly preview: string;
  readonly fix: string;
  readonly empty: string;
  readonly waiting: string;
  /** In place of an image that is not loaded. */
  readonly noImage: string;
  /** In place of what is embedded; `{0}` is the name of the element. */
  readonly noEmbedded: string;
  /** On the buttons beside what is not loaded; `{0}` is the host. */
  readonly showPictures: string;
  readonly showFrames: string;
  readonly tools: ToolWords;
}

/**
 * The page's shell: everything but the content, which comes in messages. Its policy is the third wall
 * around hostile content: no script but ours, no style but ours, no pictures and frames but those of
 * hosts that the author has allowed, no forms, and no HTML that has not been through the sanitiser.
 */
export function pageHtml(parts: PageParts): string {
  const { source, style, textStyle, script, words, allowed, nonce } = parts;
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(source, allowed, nonce)}">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.preview)}</title>
<link rel="stylesheet" href="${style}">
<link rel="stylesheet" href="${textStyle}" id="text-style">
</head>
<body ${data({
    'no-image': words.noImage,
    'no-embedded': words.noEmbedded,
    'show-pictures': words.showPictures,
    'show-frames': words.showFrames,
    'allowed-pictures': allowed.picture.join(' '),
    'allowed-frames': allowed.frame.join(' '),
  })}>
<div id="banner" role="status"><ul id="problems"></ul><button id="fix" type="button" hidden>${escaped(words.fix)}</button></div>
<div id="sheet">
<main id="page" aria-label="${escaped(words.preview)}"></main>
<p id="empty" class="remark" hidden>${escaped(words.empty)}</p>
<p id="waiting" class="remark">${escaped(words.waiting)}</p>
</div>
${toolbarHtml(words.tools, escaped)}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

function data(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `data-${name}="${escaped(value)}"`)
    .join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function policy(source: string, { picture, frame }: AllowedHosts, nonce: string): string {
  const https = (hosts: readonly string[]): string =>
    hosts.map((host) => ` https://${host}`).join('');
  return [
    `default-src 'none'`,
    // Small pictures in the content's own HTML are data; the sanitiser lets no other data in.
    `img-src ${source} data:${https(picture)}`,
    ...(frame.length === 0 ? [] : [`frame-src${https(frame)}`]),
    `style-src ${source}`,
    // Fonts of the site's own style sheets.
    `font-src ${source} data:`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types dompurify`,
  ].join('; ');
}

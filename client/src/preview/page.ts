/** What the page's shell refers to, as addresses that the webview may load. */
export interface PageParts {
  /** `webview.cspSource`: where the extension's and the site's files come from. */
  readonly source: string;
  readonly style: string;
  readonly script: string;
  /** Random, new for each page. */
  readonly nonce: string;
}

/**
 * The page's shell: everything but the content, which comes in messages. Its policy is the third wall
 * around hostile content: no script but ours, no style but ours, nothing from elsewhere, no frames,
 * no forms, and no HTML that has not been through the sanitiser.
 */
export function pageHtml({ source, style, script, nonce }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(source, nonce)}">
<meta name="viewport" content="width=device-width">
<title>Preview</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="banner" role="status"><ul id="problems"></ul><button id="fix" type="button" hidden>Fix</button></div>
<main id="page" aria-label="Preview"></main>
<p id="empty" class="remark" hidden>There is nothing to show yet.</p>
<p id="waiting" class="remark">Rendering …</p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

function policy(source: string, nonce: string): string {
  return [
    `default-src 'none'`,
    // Small pictures in the content's own HTML are data; the sanitiser lets no other data in.
    `img-src ${source} data:`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types dompurify`,
  ].join('; ');
}

/** What the page around says, in the language of the editor. */
export interface FrameWords {
  /** `de` */
  readonly language: string;
  readonly title: string;
  readonly starting: string;
  readonly open: string;
  /** What the frame is to a screen reader. */
  readonly page: string;
}

/**
 * The page around the site's page: a line that says how it is, and a frame. Nothing but our script
 * runs here, and only the preview's own server may be shown in the frame.
 *
 * @param origin where the frame's pages come from, as the editor reaches it
 * @param nonce random, new for each page
 */
export function framePage(origin: string, nonce: string, words: FrameWords): string {
  const policy = [
    `default-src 'none'`,
    `frame-src http://127.0.0.1:* ${origin}`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${words.title}</title>
<style nonce="${nonce}">
html, body { height: 100%; margin: 0; padding: 0; }
body { display: flex; flex-direction: column; font-family: var(--vscode-font-family); }
#status { display: flex; gap: 8px; align-items: center; padding: 4px 8px; }
#status[hidden], #open[hidden] { display: none; }
#text { overflow-wrap: anywhere; }
button { border: 0; padding: 2px 8px; color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
iframe { flex: 1; border: 0; background: #fff; }
</style>
</head>
<body>
<div id="status" role="status"><span id="text">${words.starting}</span><button id="open" type="button" hidden>${words.open}</button></div>
<iframe id="page" title="${words.page}" sandbox="allow-scripts allow-same-origin allow-forms"></iframe>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

const script = `
(() => {
  const code = acquireVsCodeApi();
  const frame = document.getElementById('page');
  const status = document.getElementById('status');
  const text = document.getElementById('text');
  const open = document.getElementById('open');
  const names = ['loaded', 'click', 'error'];
  let address = '';
  let isLoaded = false;
  const tell = (news) => frame.contentWindow.postMessage(news, '*');
  addEventListener('message', ({ source, data }) => {
    if (typeof data !== 'object' || data === null) return;
    if (source === frame.contentWindow) {
      if (!names.includes(data.kirbyAuthor)) return;
      isLoaded = true;
      code.postMessage(data);
      return;
    }
    if (data.kind === 'show') {
      // The page reloads itself where it can, which keeps the place it is scrolled to.
      if (isLoaded && data.address === address) tell({ kirbyAuthor: 'reload' });
      else frame.src = address = data.address;
      isLoaded = false;
    }
    if (data.kind === 'mark') tell({ kirbyAuthor: 'mark', id: data.id });
    if (data.kind === 'status') {
      text.textContent = data.text;
      status.hidden = data.text === '';
      open.hidden = !data.canOpen;
    }
  });
  open.addEventListener('click', () => code.postMessage({ kirbyAuthor: 'openFailure' }));
  code.postMessage({ kirbyAuthor: 'ready' });
})();
`;

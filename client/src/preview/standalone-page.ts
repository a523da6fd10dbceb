/** A page that stands on its own, as HTML. */
export interface StandalonePage {
  /** The page itself; nothing in it runs. */
  readonly html: string;
  readonly title: string;
  /** `de`, empty when it is not known. */
  readonly language: string;
  /** URI of the folder that addresses of images are relative to; empty: there is none. */
  readonly base: string;
  /** Style sheets in their order. */
  readonly styles: readonly string[];
  /** Whether these are of the site. */
  readonly isStyled: boolean;
}

/** Nothing is run or fetched in the file either. */
const policy =
  "default-src 'none'; img-src file: data:; font-src file: data:; style-src 'unsafe-inline'";

/** A whole HTML file, to be opened in a browser and printed from there. */
export function standaloneHtml(page: StandalonePage): string {
  const base = page.base === '' ? '' : `<base href="${escaped(page.base.replace(/\/*$/, '/'))}">\n`;
  return `<!DOCTYPE html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
${base}<title>${escaped(page.title)}</title>
${page.styles.map((css) => `<style>\n${inElement(css)}\n</style>`).join('\n')}
</head>
<body>
<div id="sheet"${page.isStyled ? ' class="is-styled"' : ''}>
${page.html}
</div>
</body>
</html>
`;
}

/** CSS that cannot end the element it stands in; in its texts `\/` is a slash. */
function inElement(css: string): string {
  return css.replaceAll('</', '<\\/');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

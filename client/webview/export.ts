import type { Exported } from '../messages/messages.ts';

/**
 * The page as it is shown, for a file of its own: cleaned, with addresses relative to the site's folder.
 *
 * @param base what the addresses of images start with
 */
export function exportedPage(sheet: HTMLElement, page: HTMLElement, base: string): Exported {
  const copy = document.importNode(page, true);
  // What is only to be clicked at is none of a file's, and no frame is loaded there: a link stands for it.
  for (const element of copy.querySelectorAll('kirby-slot, button')) element.remove();
  for (const frame of copy.querySelectorAll('iframe')) {
    const link = document.createElement('a');
    link.href = frame.src;
    link.textContent = frame.title;
    frame.replaceWith(link);
  }
  for (const element of copy.querySelectorAll('[tabindex], [aria-current]')) {
    element.removeAttribute('tabindex');
    element.removeAttribute('aria-current');
    element.removeAttribute('aria-description');
    element.classList.remove('is-current');
  }
  for (const image of copy.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (base !== '' && source.startsWith(base))
      image.setAttribute('src', source.slice(base.length));
  }
  return {
    kind: 'exported',
    html: copy.outerHTML,
    styles: document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join('\n'),
    isStyled: sheet.classList.contains('is-styled'),
  };
}

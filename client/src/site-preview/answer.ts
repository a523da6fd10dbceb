/** A failure of the site's PHP: `file` is absolute and `line` counts from one, where they are known. */
export interface SiteFailure {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Where a page is on the site, or why that cannot be said. */
export type Answer =
  | {
      readonly url: string;
      readonly id: string;
      readonly language?: string;
      readonly draft: boolean;
    }
  | { readonly failure: SiteFailure };

/** What the frame says: its page has loaded, a block was clicked, the site failed. */
export type FrameNews =
  | { readonly kind: 'loaded'; readonly title: string }
  | { readonly kind: 'click'; readonly id: string }
  | { readonly kind: 'error'; readonly failure: SiteFailure }
  | { readonly kind: 'ready' }
  | { readonly kind: 'openFailure' };

/** Reads what the router answers. Text that is no such answer is a failure, with its beginning. */
export function parseAnswer(text: string): Answer {
  const value = parsed(text);
  if (isRecord(value)) {
    const { url, id, language, draft, error } = value;
    if (typeof url === 'string' && typeof id === 'string') {
      const code = typeof language === 'string' ? { language } : {};
      return { url, id, draft: draft === true, ...code };
    }
    const failure = parseFailure(error);
    if (failure !== undefined) return { failure };
  }
  const beginning = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  return { failure: { message: beginning === '' ? 'The site answered nothing.' : beginning } };
}

/** Reads a message of the webview; `undefined` for anything that is none. */
export function parseFrameNews(value: unknown): FrameNews | undefined {
  if (!isRecord(value)) return undefined;
  const { kirbyAuthor: kind, title, id } = value;
  if (kind === 'loaded')
    return { kind, title: typeof title === 'string' ? title.slice(0, 200) : '' };
  if (kind === 'click') return typeof id === 'string' ? { kind, id } : undefined;
  if (kind === 'ready' || kind === 'openFailure') return { kind };
  const failure = kind === 'error' ? parseFailure(value) : undefined;
  return failure && { kind: 'error', failure };
}

function parseFailure(value: unknown): SiteFailure | undefined {
  if (!isRecord(value)) return undefined;
  const { message, file, line } = value;
  if (typeof message !== 'string') return undefined;
  const where = typeof file === 'string' && typeof line === 'number' ? { file, line } : {};
  return { message, ...where };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

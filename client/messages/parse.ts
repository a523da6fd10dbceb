import {
  actions,
  type Allow,
  type FromWebview,
  type PanelState,
  type Progress,
  sides,
  type Styles,
  type StyleSheetText,
  type ToWebview,
  type Update,
  type View,
} from './messages.ts';

/** Reads a message to the webview; `undefined` for anything that is none. */
export function parseToWebview(value: unknown): ToWebview | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['kind']) {
    case 'update':
      return parseUpdate(value);
    case 'mark': {
      const { key, scroll } = value;
      if (typeof scroll !== 'boolean') return undefined;
      if (key === undefined) return { kind: 'mark', scroll };
      return typeof key === 'string' ? { kind: 'mark', key, scroll } : undefined;
    }
    case 'scroll': {
      const progress = parseProgress(value);
      return progress && { kind: 'scroll', ...progress };
    }
    case 'styles':
      return parseStyles(value);
    case 'export':
      return { kind: 'export' };
    case 'editing': {
      const { isAllowed } = value;
      return typeof isAllowed === 'boolean' ? { kind: 'editing', isAllowed } : undefined;
    }
    case 'focus': {
      const { key } = value;
      return typeof key === 'string' ? { kind: 'focus', key } : undefined;
    }
    case 'written': {
      const { key } = value;
      return typeof key === 'string' ? { kind: 'written', key } : undefined;
    }
    case 'sourceText': {
      const { key, part, text } = value;
      return typeof key === 'string' && typeof part === 'string' && typeof text === 'string'
        ? { kind: 'sourceText', key, part, text }
        : undefined;
    }
    case 'remember': {
      const state = parsePanelState(value['state']);
      return state && { kind: 'remember', state };
    }
    default:
      return undefined;
  }
}

/** Reads a message from the webview; `undefined` for anything that is none. */
export function parseFromWebview(value: unknown): FromWebview | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, key, focus, href } = value;
  switch (kind) {
    case 'ready':
    case 'fix':
    case 'showText':
      return { kind };
    case 'reveal':
      return typeof key === 'string' && typeof focus === 'boolean'
        ? { kind, key, focus }
        : undefined;
    case 'editText':
      return typeof key === 'string' ? { kind, key } : undefined;
    case 'scrolled': {
      const progress = parseProgress(value);
      return progress && { kind, ...progress };
    }
    case 'exported': {
      const { html, styles, isStyled } = value;
      if (typeof html !== 'string' || typeof styles !== 'string') return undefined;
      return { kind, html, styles, isStyled: isStyled === true };
    }
    case 'allow':
      return parseAllow(value);
    case 'openLink':
      return typeof href === 'string' ? { kind, href } : undefined;
    case 'askText': {
      const { part } = value;
      return typeof key === 'string' && typeof part === 'string' ? { kind, key, part } : undefined;
    }
    case 'draft': {
      const { part, text } = value;
      return typeof key === 'string' && typeof part === 'string' && typeof text === 'string'
        ? { kind, key, part, text }
        : undefined;
    }
    case 'writeText': {
      const { part, before, after } = value;
      return typeof key === 'string' &&
        typeof part === 'string' &&
        typeof before === 'string' &&
        typeof after === 'string'
        ? { kind, key, part, before, after }
        : undefined;
    }
    case 'undo': {
      const { isRedo } = value;
      return typeof isRedo === 'boolean' ? { kind, isRedo } : undefined;
    }
    case 'act': {
      const action = actions.find((one) => one === value['action']);
      return action !== undefined && typeof key === 'string' ? { kind, action, key } : undefined;
    }
    case 'move': {
      const { target } = value;
      const side = sides.find((one) => one === value['side']);
      return side !== undefined && typeof key === 'string' && typeof target === 'string'
        ? { kind, key, target, side }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What goes into the page's policy has to be a host and nothing else. */
function parseAllow({ what, host }: Readonly<Record<string, unknown>>): Allow | undefined {
  if (what !== 'picture' && what !== 'frame') return undefined;
  return typeof host === 'string' && /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/.test(host)
    ? { kind: 'allow', what, host }
    : undefined;
}

function parseProgress({ key, progress }: Readonly<Record<string, unknown>>): Progress | undefined {
  if (typeof key !== 'string' || typeof progress !== 'number') return undefined;
  return progress >= 0 && progress <= 1 ? { key, progress } : undefined;
}

/** Reads what a panel kept over a reload; `undefined` when it is of another version or foreign. */
export function parsePanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, isLocked } = value;
  if (typeof uri !== 'string' || uri === '' || typeof isLocked !== 'boolean') return undefined;
  const view = parseView(value['view']);
  return { uri, isLocked, ...(view === undefined ? {} : { view }) };
}

function parseView(value: unknown): View | undefined {
  if (!isRecord(value)) return undefined;
  const { width, zoom } = value;
  const known = (['window', 'phone', 'tablet', 'desktop'] as const).find((one) => one === width);
  if (known === undefined || typeof zoom !== 'number') return undefined;
  if (zoom < 25 || zoom > 500) return undefined;
  const scheme = (['light', 'dark'] as const).find((one) => one === value['scheme']);
  return { width: known, zoom, ...(scheme === undefined ? {} : { scheme }) };
}

function parseUpdate(value: Readonly<Record<string, unknown>>): Update | undefined {
  const { full, roots, base, language } = value;
  const direction: Update['direction'] = value['direction'] === 'rtl' ? 'rtl' : 'ltr';
  const fragments = listOf(value['fragments'], parseFragment);
  const removed = listOf(value['removed'], parseText);
  const broken = listOf(value['broken'], parseBroken);
  const keys = roots === undefined ? undefined : listOf(roots, parseText);
  if (typeof full !== 'boolean' || typeof base !== 'string' || typeof language !== 'string') {
    return undefined;
  }
  if (!fragments || !removed || !broken || (roots !== undefined && !keys)) return undefined;
  const rest = { full, fragments, removed, broken, base, language, direction };
  return { kind: 'update', ...rest, ...(keys === undefined ? {} : { roots: keys }) };
}

function parseStyles(value: Readonly<Record<string, unknown>>): Styles | undefined {
  const { folder, root } = value;
  const sheets = listOf(value['sheets'], parseSheet);
  if (sheets === undefined || typeof folder !== 'string' || typeof root !== 'string') {
    return undefined;
  }
  return { kind: 'styles', sheets, folder, root };
}

function parseSheet(value: unknown): StyleSheetText | undefined {
  if (!isRecord(value)) return undefined;
  const { text, base } = value;
  return typeof text === 'string' && typeof base === 'string' ? { text, base } : undefined;
}

function parseFragment(value: unknown): Update['fragments'][number] | undefined {
  if (!isRecord(value)) return undefined;
  const { key, html } = value;
  return typeof key === 'string' && typeof html === 'string' ? { key, html } : undefined;
}

function parseBroken(value: unknown): Update['broken'][number] | undefined {
  if (!isRecord(value)) return undefined;
  const { field, message } = value;
  return typeof field === 'string' && typeof message === 'string' ? { field, message } : undefined;
}

function parseText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A list whose items are all well-formed; `undefined` for any other value. */
function listOf<Item>(
  value: unknown,
  parse: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: Item[] = [];
  const list: readonly unknown[] = value;
  for (const one of list) {
    const item = parse(one);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

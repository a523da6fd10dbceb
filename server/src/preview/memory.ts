import { isArray, isObject, type JsonValue } from '../kirby/json/value.ts';
import type { Model, Site } from '../site/site.ts';
import type { Preview, RenderContext } from './model.ts';

/**
 * What a rendering leaves for the next one: the HTML of each part by its source, so that one changed
 * block of a hundred costs one block. It lives as long as the `Preview` it belongs to.
 */
export interface Memory {
  /** The HTML of a part, made only when its source or the site is not what it was. */
  recall(key: string, source: JsonValue, make: () => string): string;
  /** Takes over a part of the rendering before, unseen. */
  keep(key: string): void;
  /** Hands the memory over to the rendering it grew up with. */
  belongsTo(preview: Preview): void;
}

interface Part {
  readonly source: JsonValue;
  readonly html: string;
}

interface Remembered {
  readonly site: Site | undefined;
  readonly revision: number | undefined;
  readonly model: Model | undefined;
  readonly audience: RenderContext['audience'];
  readonly baseUrl: string;
  readonly language: string | undefined;
  readonly parts: ReadonlyMap<string, Part>;
}

const memories = new WeakMap<Preview, Remembered>();

/**
 * A memory that knows what the previous rendering knew, unless the site has changed since or the
 * text belongs to another model. Renderings that follow each other must give files and pages the
 * same addresses.
 */
export function memoryAfter(previous: Preview | undefined, context: RenderContext): Memory {
  const before = previous === undefined ? undefined : memories.get(previous);
  const known = before !== undefined && isStillValid(before, context) ? before.parts : undefined;
  const parts = new Map<string, Part>();
  return {
    recall(key, source, make) {
      const part = known?.get(key);
      const current =
        part !== undefined && isSameJson(part.source, source) ? part : { source, html: make() };
      parts.set(key, current);
      return current.html;
    },
    keep(key) {
      const part = known?.get(key);
      if (part !== undefined) parts.set(key, part);
    },
    belongsTo(preview) {
      const { site, model, audience, baseUrl, language } = context;
      const revision = site?.revision;
      memories.set(preview, { site, revision, model, audience, baseUrl, language, parts });
    },
  };
}

function isStillValid(before: Remembered, context: RenderContext): boolean {
  return (
    before.site === context.site &&
    before.revision === context.site?.revision &&
    before.audience === context.audience &&
    before.baseUrl === context.baseUrl &&
    before.language === context.language &&
    isSameModel(before.model, context.model)
  );
}

/** The entries of an unchanged site are the same objects; the models around them may be new. */
function isSameModel(a: Model | undefined, b: Model | undefined): boolean {
  if (a === b) return true;
  if (a?.kind === 'page' && b?.kind === 'page') return a.page === b.page;
  if (a?.kind === 'file' && b?.kind === 'file') return a.file === b.file;
  if (a?.kind === 'user' && b?.kind === 'user') return a.id === b.id;
  return a?.kind === 'site' && b?.kind === 'site';
}

/** Whether two values are equal, keys in the same order. Equal texts are found equal fast. */
export function isSameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (isArray(a)) {
    return (
      isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameJson(item, b[index] ?? null))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && isSameJson(a[key] ?? null, b[key] ?? null))
  );
}

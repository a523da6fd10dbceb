import type { JsonObject, JsonValue } from '../json/value.ts';
import { isEmpty, mapOf, without } from './raw.ts';

/** What Kirby's ready-made page layouts make of a blueprint or tab (`kirby/config/presets`). */
export function applyPreset(props: JsonObject): JsonObject {
  switch (props['preset']) {
    case 'page':
      return pagePreset(props);
    case 'pages':
      return pagesPreset(props);
    case 'files':
      return { ...props, sections: { files: { type: 'files', layout: 'cards' } } };
    default:
      return props;
  }
}

/** Fields in a wide column, sections for subpages and files in a narrow one. */
function pagePreset(props: JsonObject): JsonObject {
  const sidebar = isEmpty(props['sidebar']) ? defaultSidebar(props) : (props['sidebar'] ?? {});
  const fields = props['fields'] ?? {};
  if (isEmpty(sidebar)) return { ...without(props, 'files', 'pages'), fields };
  return {
    ...without(props, 'fields', 'files', 'pages', 'sidebar'),
    columns: [
      { width: '2/3', fields },
      { width: '1/3', sections: sidebar },
    ],
  };
}

function defaultSidebar(props: JsonObject): JsonObject {
  return {
    ...sectionUnless(props['pages'], 'pages', { type: 'pages' }),
    ...sectionUnless(props['files'], 'files', { type: 'files' }),
  };
}

/** Three lists of pages by status. */
function pagesPreset(props: JsonObject): JsonObject {
  const unlisted = props['unlisted'];
  return {
    ...without(props, 'drafts', 'unlisted', 'listed', 'templates'),
    sections: {
      ...sectionUnless(props['drafts'], 'drafts', { type: 'pages', status: 'drafts' }),
      ...(unlisted === undefined
        ? {}
        : sectionUnless(unlisted, 'unlisted', { type: 'pages', status: 'unlisted' })),
      ...sectionUnless(props['listed'], 'listed', { type: 'pages', status: 'listed' }),
    },
  };
}

/** A section from `false`, `true`, a label or its props. */
function sectionUnless(
  given: JsonValue | undefined,
  name: string,
  defaults: JsonObject,
): JsonObject {
  if (given === false) return {};
  const own = typeof given === 'string' && given !== '' ? { label: given } : mapOf(given);
  return { [name]: { ...defaults, ...own } };
}

import { storages } from '../../kirby/field-types/storage.ts';
import { isObject } from '../../kirby/json/value.ts';
import type { TextKind } from './presentation.ts';
import type { TextPlace } from './text-place.ts';

/** In which language a text is edited. */
export interface TextLanguage {
  readonly kind: TextKind;
  /** An id of VS Code; an editor may not know it. */
  readonly languageId: string;
}

/** The language of a text; `undefined` for values that are no texts: dates, choices, addresses. */
export function languageOf(place: TextPlace): TextLanguage | undefined {
  const { definition, text } = place;
  const code = codeLanguage(place);
  if (code !== undefined) return { kind: 'plain', languageId: code };
  const storage = definition && storages.get(definition.type);
  switch (storage) {
    case 'html':
      return html;
    case 'kirbytext':
      return { kind: 'plain', languageId: 'markdown' };
    case 'text':
      return definition?.type === 'text' ? { kind: 'plain', languageId: 'plaintext' } : undefined;
    case undefined:
      return looksLikeHtml.test(text) ? html : { kind: 'plain', languageId: 'plaintext' };
    default:
      return undefined;
  }
}

const html: TextLanguage = { kind: 'html', languageId: 'html' };

const looksLikeHtml = /^\s*<[a-z][\w-]*(?:\s[^<>]*)?>/i;

/** The code of a block that says what language it is in. */
function codeLanguage({ block, way }: TextPlace): string | undefined {
  const content = block?.value['content'];
  if (block === undefined || !isObject(content) || block.depth + 2 !== way.length) return undefined;
  const { language } = content;
  const isCode =
    way.at(-1) === 'code' && (block.value['type'] === 'code' || language !== undefined);
  if (!isCode) return undefined;
  const name = typeof language === 'string' ? language.toLowerCase() : '';
  return /^[a-z][\w+#-]*$/.test(name) ? (editorIds.get(name) ?? name) : 'plaintext';
}

/** Languages that an editor has another name for than Kirby's code block. */
const editorIds: ReadonlyMap<string, string> = new Map([
  ['bash', 'shellscript'],
  ['js', 'javascript'],
  ['latext', 'latex'],
  ['markup', 'html'],
  ['objectivec', 'objective-c'],
  ['shell', 'shellscript'],
  ['text', 'plaintext'],
  ['vbnet', 'vb'],
]);

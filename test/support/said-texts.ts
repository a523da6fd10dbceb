import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { catalogueKey } from '../../server/src/kirby/text/say.ts';

/** A text of the program that is translated, and where it stands. */
export interface SaidText {
  /** As the catalogues have it: `The file "{0}" is missing.` */
  readonly key: string;
  /** `server/src/rules/missing-file.ts:14` */
  readonly place: string;
  /** Whether it stands outside of any function, where nobody knows the language yet. */
  readonly isEarly: boolean;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * All texts that the sources give to `say` and to VS Code's `l10n.t`.
 *
 * @throws where a text is not written out at its place
 */
export function saidTexts(): readonly SaidText[] {
  return sources().flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    if (!/\bsay`|\bl10n\.t\(/.test(text)) return [];
    return textsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  });
}

function sources(): readonly string[] {
  return ['server/src', 'client'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}

function textsIn(source: ts.SourceFile): readonly SaidText[] {
  const found: SaidText[] = [];
  const visit = (node: ts.Node, isEarly: boolean): void => {
    const key = keyOf(node, source);
    if (key !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ key, place: `${source.fileName}:${line + 1}`, isEarly });
    }
    ts.forEachChild(node, (child) => {
      visit(child, isEarly && !ts.isFunctionLike(node));
    });
  };
  visit(source, true);
  return found;
}

function keyOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'say') {
    const { template } = node;
    return ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : catalogueKey([
          template.head.text,
          ...template.templateSpans.map(({ literal }) => literal.text),
        ]);
  }
  if (!ts.isCallExpression(node) || !/\bl10n\.t$/.test(node.expression.getText(source))) return;
  const [text] = node.arguments;
  if (text !== undefined && ts.isStringLiteralLike(text)) return text.text;
  throw new Error(`${source.fileName}: ${node.getText(source)} is not written out.`);
}

/** Where the messages of problems and the titles of their fixes come from. */
const ruleFolders = [
  'server/src/rules/',
  'server/src/kirby/field-types/',
  'server/src/kirby/json/faults/',
];

/** Messages and titles of rules that are plain texts: nobody would see them in another language. */
export function untranslated(): readonly string[] {
  return sources()
    .filter((file) => ruleFolders.some((folder) => file.startsWith(folder)))
    .flatMap((file) => {
      const text = readFileSync(`${root}/${file}`, 'utf8');
      return plainIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    });
}

function plainIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^(?:message|title)$/.test(node.name.getText(source))) {
      const { initializer } = node;
      const words = ts.isStringLiteralLike(initializer)
        ? initializer.text
        : ts.isTemplateExpression(initializer)
          ? [initializer.head, ...initializer.templateSpans.map(({ literal }) => literal)]
              .map(({ text }) => text)
              .join(' ')
          : '';
      if (/\p{L}/u.test(words)) found.push(`${source.fileName}: ${node.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Translations by the English text, where `{0}`, `{1}` … stand for its values in their order. */
export type Catalogue = ReadonlyMap<string, string>;

/** A translation, cut at its placeholders: texts and the numbers of values. */
type Sentence = readonly (string | number)[];

/**
 * What an author reads, in the language of the editor. The English text stands in the code, and is
 * the key of its translations in `l10n`: `` say`The file "${name}" is missing.` `` is found there
 * as `The file "{0}" is missing.` A text that no catalogue has stays English.
 *
 * Not to be called while modules are loaded: nobody knows the language then.
 *
 * @param texts a whole sentence or phrase that can be translated by itself; one for each number, as
 *   `one` and `many` differ in more than an "s"
 */
export function say(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | boolean)[]
): string {
  const sentence = language === undefined ? undefined : sentenceFor(texts, language);
  if (sentence === undefined)
    return texts.reduce((said, text, index) => `${said}${String(values[index - 1])}${text}`);
  return sentence.map((part) => (typeof part === 'string' ? part : String(values[part]))).join('');
}

/** All that is said from here on is said in this language; `undefined`: in English. */
export function speak(catalogue: Catalogue | undefined): void {
  language = catalogue === undefined ? undefined : { catalogue, sentences: new WeakMap() };
}

/** Under which a text stands in the catalogues: `["The file \"", "\" is missing."]` is `The file "{0}" is missing.` */
export function catalogueKey(texts: readonly string[]): string {
  return texts.reduce((key, text, index) => `${key}{${index - 1}}${text}`);
}

interface Language {
  readonly catalogue: Catalogue;
  /** By the place in the code: a template's texts are one object for ever. */
  readonly sentences: WeakMap<TemplateStringsArray, Sentence>;
}

/** One process speaks one language, which the editor names before it asks for anything. */
let language: Language | undefined;

function sentenceFor(texts: TemplateStringsArray, { catalogue, sentences }: Language): Sentence {
  const known = sentences.get(texts);
  if (known !== undefined) return known;
  const key = catalogueKey(texts);
  const sentence = (catalogue.get(key) ?? key)
    .split(/\{(\d+)\}/u)
    .map((part, index) => (index % 2 === 0 ? part : Number(part)));
  sentences.set(texts, sentence);
  return sentence;
}

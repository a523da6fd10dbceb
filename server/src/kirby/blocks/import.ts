import { readYaml } from '../yaml/read.ts';
import { htmlToBlocks } from './parsley.ts';
import { isPhpArray, isSet, type PhpArray, phpEntries, phpGet } from './php.ts';

/**
 * What `Kirby\Cms\Blocks::parse()` makes of a text that is no JSON: the YAML of the old builder
 * plugin, recognised by the `_key` or `type` of its first item, and otherwise blocks out of HTML.
 */
export function importBlocks(text: string, yamlHandler: 'spyc' | 'symfony'): PhpArray {
  const yaml = readYaml(text, yamlHandler);
  if (yaml.ok && isPhpArray(yaml.value)) {
    const first = phpEntries(yaml.value)[0]?.[1];
    const isBlock =
      isPhpArray(first) && (isSet(phpGet(first, '_key')) || isSet(phpGet(first, 'type')));
    if (isBlock) return yaml.value;
  }
  return htmlToBlocks(text);
}

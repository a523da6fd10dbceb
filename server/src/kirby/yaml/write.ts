import type { JsonValue } from '../json/value.ts';
import type { YamlHandler } from './read.ts';
import { writeSpyc } from './spyc/write.ts';
import { writeSymfony } from './symfony/write.ts';

/**
 * YAML as Kirby writes it (`Kirby\Data\Yaml::encode()`). Spyc ends with a line break, Symfony for
 * the most part too; a content file trims it. A scalar counts as the list of it.
 */
export function writeYaml(value: JsonValue, handler: YamlHandler): string {
  const collection = typeof value === 'object' && value !== null ? value : [value];
  switch (handler) {
    case 'spyc':
      return writeSpyc(collection);
    case 'symfony':
      return writeSymfony(collection);
  }
}

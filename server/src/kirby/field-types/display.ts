import type { FieldType } from './field-type.ts';
import { readNothing } from './read-nothing.ts';
import { say } from '../text/say.ts';

/** A field that the Panel only shows. A value under its name is lost on a save. */
export function displayType(type: string): FieldType {
  return {
    type,
    read: readNothing,
    describe: () => [say`Only shown in the Panel: it has no value of its own.`],
  };
}

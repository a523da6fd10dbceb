import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { Insertion } from './completion.ts';
import type { FileType } from '../../site/file-types.ts';

/** A place that names a file, a page or a user, and how it wants it written. */
export interface ReferenceSlot {
  readonly offers: 'files' | 'pages' | 'both' | 'users';
  /**
   * `uuid`: only what has one; `either`: a name or id where there is no UUID; `id`: the file name
   * or the page's id, as a field with `store: id` keeps it.
   */
  readonly form: 'uuid' | 'either' | 'id';
  /** What the author wrote of the name, without a scheme. */
  readonly typed: string;
  /** All that stands between the start of the replaced text and the cursor. */
  readonly filterText: string;
  readonly fileType: FileType | undefined;
  /** The files or pages field that the name is for; what its `query` offers comes first. */
  readonly field?: FieldDefinition;
  insert(reference: string): {
    readonly insert: Insertion;
    readonly additionalEdits?: readonly Insertion[];
  };
}

/** What a files, pages, users or link field takes; `undefined` for any other field. */
export function wantedBy(
  field: FieldDefinition | undefined,
): Pick<ReferenceSlot, 'offers' | 'form' | 'fileType' | 'field'> | undefined {
  const form = field?.props['store'] === 'id' ? 'id' : 'either';
  switch (field?.type) {
    case 'files':
      return { offers: 'files', form, fileType: queriedType(field), field };
    case 'pages':
      return { offers: 'pages', form, fileType: undefined, field };
    case 'users':
      return { offers: 'users', form, fileType: undefined };
    case 'link':
      return { offers: 'both', form: 'uuid', fileType: undefined };
    default:
      return undefined;
  }
}

/** `model.images` in the field's query wants images only. */
function queriedType({ props }: FieldDefinition): FileType | undefined {
  const query = props['query'];
  const [, plural] =
    typeof query === 'string' ? (/\.(images|videos|audio|documents)\b/.exec(query) ?? []) : [];
  switch (plural) {
    case 'images':
      return 'image';
    case 'videos':
      return 'video';
    case 'audio':
      return 'audio';
    case 'documents':
      return 'document';
    default:
      return undefined;
  }
}

/** The part of a reference that an author searches by: `file://ab` and `file:\/\/ab` → `ab`. */
export function withoutScheme(typed: string): string {
  const isBegun = ['file://', 'page://', 'user://'].some((scheme) => scheme.startsWith(typed));
  return isBegun ? '' : typed.replace(/^(?:file|page|user):(?:\\?\/){0,2}/, '');
}

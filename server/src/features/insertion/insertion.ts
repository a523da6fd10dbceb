import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { ContentDocument } from '../../kirby/content/document.ts';
import type { TextEdit } from '../../kirby/json/text-edit.ts';
import type { FileType } from '../../site/file-types.ts';
import type { ContentFile, Site } from '../../site/site.ts';

/** A document of a site: outside of one nothing is inserted. */
export interface SiteDocument {
  readonly document: ContentDocument;
  readonly site: Site;
  readonly file: ContentFile;
}

/** What an insertion may make of chance. */
export interface InsertionContext extends SiteDocument {
  /** Makes the UUID of a new file. */
  readonly newUuid: () => string;
  /** Makes the id of a new block. */
  readonly newBlockId: () => string;
}

/** A file that is to be mentioned: one that the site has, or one that it is about to have. */
export interface MentionedFile {
  readonly name: string;
  /** Kirby's id: `article/photo.jpg`. */
  readonly id: string;
  /** `undefined`: it has none, or the site uses none. */
  readonly uuid: string | undefined;
  /** Whether it belongs to the model of the document, so that its name is enough. */
  readonly isOwn: boolean;
  readonly type: FileType | undefined;
}

/** A place of a document that can mention files. */
export interface FileSlot {
  /** The field, whose `uploads` say what becomes of new files; `undefined`: no blueprint knows it. */
  readonly definition: FieldDefinition | undefined;
  /** The types of the files that it takes, by their number. */
  takes(types: readonly (FileType | undefined)[]): boolean;
  /** The smallest edits that mention the files, in their order; `undefined`: they are refused. */
  insert(files: readonly MentionedFile[]): readonly TextEdit[] | undefined;
}

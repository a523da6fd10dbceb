/** Why a document cannot be read, in a sentence. Thrown and caught within this folder. */
export class DocumentFault extends Error {
  /** From zero. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

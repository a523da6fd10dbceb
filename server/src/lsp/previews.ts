import type { PreviewUpdate } from '../protocol/index.ts';
import type { Preview } from '../preview/model.ts';

/** The previews that are open in the editor, each with what it was sent last. */
export class PreviewSessions {
  readonly #sessions = new Map<string, Session>();

  open(id: string, uri: string): void {
    this.#sessions.set(id, { uri, last: undefined, sent: undefined });
  }

  close(id: string): void {
    this.#sessions.delete(id);
  }

  /** The ids of the previews of a document. */
  of(uri: string): readonly string[] {
    return [...this.#sessions].filter(([, session]) => session.uri === uri).map(([id]) => id);
  }

  /** The last rendering of a preview: what stays on show while a field cannot be read. */
  last(id: string): Preview | undefined {
    return this.#sessions.get(id)?.last;
  }

  /** The last rendering of a document, in whichever preview shows it. */
  lastOf(uri: string): Preview | undefined {
    const shows = (session: Session): boolean => session.uri === uri && session.last !== undefined;
    return [...this.#sessions.values()].find(shows)?.last;
  }

  /**
   * What a preview has to be told to show a new rendering.
   *
   * @param frame what does not depend on the fragments; a change of it is sent as well
   * @returns `undefined` when the preview shows all of it already
   */
  update(id: string, preview: Preview, frame: PreviewFrame): PreviewUpdate | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    const { last, sent } = session;
    const fragments = [...preview.fragments.values()]
      .filter(({ key, html }) => last?.fragments.get(key)?.html !== html)
      .map(({ key, html }) => ({ key, html }));
    const removed = [...(last?.fragments.keys() ?? [])].filter(
      (key) => !preview.fragments.has(key),
    );
    const roots =
      last !== undefined && equal(last.roots, preview.roots) ? undefined : preview.roots;
    const broken = preview.broken.map(({ field, message }) => ({ field, message }));
    const { version, ...rest } = frame;
    const about = JSON.stringify([rest, broken]);
    session.last = preview;
    session.sent = about;
    if (
      last !== undefined &&
      fragments.length + removed.length === 0 &&
      roots === undefined &&
      sent === about
    ) {
      return undefined;
    }
    return {
      id,
      uri: session.uri,
      full: last === undefined,
      fragments,
      removed,
      ...(roots === undefined ? {} : { roots }),
      broken,
      version,
      ...rest,
    };
  }
}

/** What an update says besides its fragments. */
export type PreviewFrame = Pick<
  PreviewUpdate,
  'version' | 'baseFolder' | 'title' | 'language' | 'direction'
>;

interface Session {
  readonly uri: string;
  last: Preview | undefined;
  sent: string | undefined;
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

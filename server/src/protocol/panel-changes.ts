/** Request: what the Panel holds of a content file unsaved. `PanelChangesParams` → `PanelChangesResult | null`. */
export const panelChanges = 'kirbyAuthor/panelChanges';
/** Notification to the client, without payload: what the Panel holds unsaved may be something else. */
export const panelChangesChanged = 'kirbyAuthor/panelChangesChanged';

export interface PanelChangesParams {
  readonly uri: string;
}

/** `null`: nothing, as far as the site's files tell. */
export type PanelChangesResult =
  /** Unsaved changes, in a file of their own. */
  | {
      readonly kind: 'changes';
      /** The file with the changes. */
      readonly uri: string;
      /** Who made them, by name or address. */
      readonly user?: string;
    }
  /** Somebody is editing; the changes are in a browser. */
  | {
      readonly kind: 'lock';
      /** Seconds since 1970. */
      readonly time: number;
      readonly user?: string;
    }
  /** The file that was asked about holds such changes itself. */
  | {
      readonly kind: 'saved';
      /** The content file that they are about; it need not be there. */
      readonly uri: string;
    };

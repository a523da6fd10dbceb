/** Request, with an empty payload: checks all content files once, with progress. → `CheckSiteResult | null`. */
export const checkSite = 'kirbyAuthor/checkSite';

/** What a check of everything has found, open files included; `null` when it was ended early. */
export interface CheckSiteResult {
  /** How many files were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Hints and information. */
  readonly others: number;
  /** Whether there are more problems than are kept and counted. */
  readonly isCut: boolean;
}

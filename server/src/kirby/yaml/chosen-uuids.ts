/**
 * Whether a text is a list of UUIDs as the Panel writes the files, pages or users that were chosen:
 * `- file://x0Eszp6nhmEIe0aI`, one a line. There is nothing in it that an engine could read otherwise.
 */
export function isChosenUuids(text: string): boolean {
  return /^- (?:file|page|user):\/\/\w+(?:\n- (?:file|page|user):\/\/\w+)*$/.test(text);
}

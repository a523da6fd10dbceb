/** `htmlspecialchars()` as Parsedown calls it for text: quotes stay. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `htmlspecialchars()` for the value of an attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#039;');
}

/** Name and value; a value that is `undefined` is left out. */
export type Attributes = readonly (readonly [name: string, value: string | undefined])[];

/** Attributes in the order given, each with a blank before it. */
export function attributesText(attributes: Attributes): string {
  return attributes
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}

/**
 * An address as safe mode lets it through: one of a scheme that is not known to be harmless loses
 * its colons.
 */
export function safeAddress(address: string): string {
  return harmless.test(address) ? address : address.replaceAll(':', '%3A');
}

const harmless =
  /^(?:https?:\/\/|ftps?:\/\/|mailto:|data:image\/(?:png|gif|jpeg);base64,|ircs?:|git:|ssh:|news:|steam:)/i;

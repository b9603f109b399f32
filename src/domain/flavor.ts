/**
 * A text of one kind. Any plain text may become one, so that literals and parsed input need no ceremony; a text of one
 * kind never becomes another, so that an account id cannot be passed where an instant belongs.
 */
export type Flavored<Name extends string> = string & { readonly __flavor?: Name };

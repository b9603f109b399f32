/** The pseudonym of each account id. */
export type Names = Readonly<Record<string, string>>;

/** The same value with every text that is one of these ids replaced, wherever it stands. Other texts stay as they are. */
export function replaceIds<T>(value: T, names: Names): T {
  // The shape stays what it was: only texts change, and only for other texts.
  return replaced(value, names) as T;
}

function replaced(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return Object.hasOwn(names, value) ? names[value] : value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, names)]));
}

export const mentions = (value: unknown, names: Names): boolean => {
  const text = JSON.stringify(value);
  return Object.keys(names).some((id) => text.includes(JSON.stringify(id)));
};

/**
 * A pure function of two values that are never changed, worked out once for each pair and kept as long as both live.
 * A page asks the same of one charter and one policy for each of its lines.
 */
export function oncePerPair<A extends object, B extends object, R>(of: (a: A, b: B) => R): (a: A, b: B) => R {
  const kept = new WeakMap<A, WeakMap<B, { readonly result: R }>>();
  return (a, b) => {
    const ofA = kept.get(a) ?? new WeakMap<B, { readonly result: R }>();
    const found = ofA.get(b) ?? { result: of(a, b) };
    kept.set(a, ofA.set(b, found));
    return found.result;
  };
}

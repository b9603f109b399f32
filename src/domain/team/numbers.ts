/** The number in an id such as `T12`; 0 for no id. */
export const numberOf = (id: string | undefined): number => Number(id?.slice(1) ?? 0);

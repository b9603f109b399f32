/** How many, beside a heading; nothing where there are none. */
export const Count = ({ of }: { of: number }) => (of > 0 ? <span className="hf-count">{of}</span> : null);

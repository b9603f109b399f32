/** Who plays in the model of an agreement's life, as the demo site knows them. */
interface Role {
  readonly zone: string;
  readonly sees: boolean;
  readonly edits: boolean;
}

const member = (zone: string): Role => ({ zone, sees: true, edits: true });

export const cast: Readonly<Record<string, Role>> = {
  'u-coo': member('Africa/Lagos'),
  'u-cto': member('Europe/Stockholm'),
  'u-platform': member('Europe/Warsaw'),
  'u-ops': member('Asia/Tokyo'),
  'u-sales': member('America/Mexico_City'),
  'u-viewer': { zone: 'Europe/Rome', sees: true, edits: false },
  'u-outsider': { zone: 'Asia/Dubai', sees: false, edits: false },
};

export const actors = Object.keys(cast);
export const owners = ['u-coo', 'u-cto', 'u-viewer'] as const;
/** Who may be asked: most can promise, the last three cannot. */
export const asked = [
  'u-platform',
  'u-ops',
  'u-sales',
  'u-outsider',
  'u-viewer',
  'u-coo',
  'u-gone',
  'u-bot',
  'u-nobody',
] as const;

const unfit: Readonly<Record<string, string>> = {
  'u-gone': 'person-inactive',
  'u-bot': 'person-not-human',
  'u-nobody': 'person-not-found',
};

/** Why somebody can neither own nor promise; null for those who can. */
export const unfitness = (who: string): string | null => unfit[who] ?? null;

export const roleOf = (who: string): Role => {
  const role = cast[who];
  if (!role) throw new Error(`${who} is not in the cast`);
  return role;
};

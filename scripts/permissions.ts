import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './build/project';
import { PERMISSIONS_PAGE, withPermissionTable } from './permissions/table';

/** Writes the permission table into docs/security.md, from the contract. */
const path = inRoot(PERMISSIONS_PAGE);
writeFileSync(path, withPermissionTable(readFileSync(path, 'utf8')));

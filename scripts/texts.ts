import { buildTexts } from './build/texts';

/** Compiles the catalogue of texts, as every build does first. */
for (const line of buildTexts()) console.error(`texts: ${line}`);

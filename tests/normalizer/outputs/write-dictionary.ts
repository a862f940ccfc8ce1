/** Brings `data/DICTIONARY.md` up to date with the model: `node --import tsx tests/normalizer/outputs/write-dictionary.ts`. */
import { writeFileSync } from 'node:fs';
import { dictionary } from '../../../normalizer/catalogue/dictionary.ts';

writeFileSync(new URL('../../../data/DICTIONARY.md', import.meta.url), dictionary());

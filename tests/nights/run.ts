/**
 * What must hold over many nights: `npm run test:nights` for all of it, `npm run test:nights -- short` for what CI has the time for. A part alone by its
 * name: `npm run test:nights -- ninety-days`.
 */
import { growth } from './growth.ts';
import { killedNights } from './killed-nights.ts';
import { ninetyDays } from './ninety-days.ts';
import { thirtyNights } from './thirty-nights.ts';

const [which] = process.argv.slice(2);
const isShort = which === 'short';
const parts = {
  growth: () => growth(isShort ? 36 : 90, isShort ? 300 : 2000),
  'ninety-days': () => ninetyDays(isShort ? 36 : 90),
  'killed-nights': () => killedNights(12),
  'thirty-nights': () => thirtyNights(isShort ? 3 : 30),
};
let passed = 0;
let failed = 0;
for (const [name, part] of Object.entries(parts)) {
  if (which !== undefined && !isShort && which !== name) continue;
  if (isShort && name === 'killed-nights') continue; // `npm run test:kill` kills runs in CI
  const claims = await part();
  passed += claims.passed;
  failed += claims.failed;
}
console.log(`nights: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

import { expect, test } from 'vitest';
import { manyNights } from './nights.ts';

test('sixty nights over 300 unchanged pages ask for at most 2 % a night, for every page, and for none more rarely than every 60 nights', async () => {
  const { bodies, longest } = await manyNights(300, 60);
  const mean = bodies.reduce((sum, one) => sum + one, 0) / bodies.length;
  expect(Math.max(...bodies)).toBeLessThanOrEqual(6);
  expect(Math.max(...bodies)).toBeLessThanOrEqual(mean * 2);
  expect(longest).toBeLessThanOrEqual(60);
}, 60_000);

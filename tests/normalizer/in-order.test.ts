import { expect, it } from 'vitest';
import { inOrder } from '../../normalizer/in-order.ts';
import { holdsGroup, PieceIndex } from '../../normalizer/piece-index.ts';
import { remembered } from '../../normalizer/remembered.ts';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('work under way side by side is finished with in the order in which it was begun', async () => {
  const told: string[] = [];
  const begin = async (ms: number) => {
    told.push(`begin ${ms}`);
    await after(ms);
    return ms;
  };
  await inOrder([9, 1, 5, 2], 3, begin, async (_, ms) => {
    told.push(`finish ${ms}`);
  });
  expect(told.filter((line) => line.startsWith('finish'))).toEqual(['finish 9', 'finish 1', 'finish 5', 'finish 2']);
  expect(told.slice(0, 3)).toEqual(['begin 9', 'begin 1', 'begin 5']);
});

it('one ahead is one after the other', async () => {
  const told: string[] = [];
  const begin = async (name: string) => told.push(`begin ${name}`);
  await inOrder(['a', 'b'], 1, begin, async (name) => {
    told.push(`finish ${name}`);
  });
  expect(told).toEqual(['begin a', 'finish a', 'begin b', 'finish b']);
});

it('what goes wrong is told when its turn comes, and ends the work', async () => {
  const finished: number[] = [];
  const begin = async (one: number) => {
    if (one === 2) throw new Error('two is bad');
    return one;
  };
  const finish = async (one: number) => {
    finished.push(one);
  };
  await expect(inOrder([1, 2, 3], 3, begin, finish)).rejects.toThrow('two is bad');
  expect(finished).toEqual([1]);
});

it('an index finds the groups whose pieces stand in a text, at the borders of words where a space says so', () => {
  const index = new PieceIndex([['møte'], [' møte'], [' møte '], ['årsplan', ' plan ']]);
  const found = (text: string) => [0, 1, 2, 3].map((group) => Number(holdsGroup(index.groupsIn(text), group)));
  expect(found('et møte i dag')).toEqual([1, 1, 1, 0]);
  expect(found('fellesmøtet')).toEqual([1, 0, 0, 0]);
  expect(found('møtet, årsplanen')).toEqual([1, 1, 0, 1]);
  expect(found('åmøte «plan»')).toEqual([1, 0, 0, 1]);
  expect(found('ÅRSMØTE I ÅRSPLANEN')).toEqual([1, 0, 0, 1]);
  expect(found('m')).toEqual([0, 0, 0, 0]);
});

it('an index finds pieces that stand in others, begin within them or are written with rare letters, each once', () => {
  const index = new PieceIndex([
    ['samarbeidsutvalg'],
    ['utvalg', 'arbeid'],
    ['beidsu'],
    ['valget'],
    ['ŋŧ–x'],
    ['ønsker'],
    [],
  ]);
  const found = (text: string) => index.foundIn(text).sort();
  expect(found('i samarbeidsutvalget')).toEqual([0, 1, 2, 3]);
  expect(found('samarbeidsutval')).toEqual([1, 2]);
  expect(found('samarbeidsarbeidsutvalg')).toEqual([1, 2]);
  expect(found('Ŋŧ–X, samarbeidønsker')).toEqual([1, 4, 5]);
  expect(found('→ 🙂')).toEqual([]);
});

it('a remembered reading is asked for once, also when it finds nothing', () => {
  let asked = 0;
  const read = remembered((text) => {
    asked += 1;
    return text.length > 3 ? text.length : undefined;
  });
  expect([read('fire'), read('fire'), read('to'), read('to')]).toEqual([4, 4, undefined, undefined]);
  expect(asked).toBe(2);
});
